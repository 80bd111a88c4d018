// Every measured job by its name on the command line.
import { payment } from './payment.ts'
import type { Result } from './support/result.ts'
import type { World } from './support/world.ts'

export type Job = (world: World) => Promise<readonly Result[]>

export const JOBS: Readonly<Record<string, Job>> = {
  payment,
}
