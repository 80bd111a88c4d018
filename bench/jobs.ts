// Every measured job by its name on the command line.
import { boarding } from './boarding.ts'
import { closeOfDay } from './close-of-day.ts'
import { cutoff } from './cutoff.ts'
import { firstVisit } from './first-visit.ts'
import { nacha } from './nacha.ts'
import { overview } from './overview.ts'
import { ownFiles } from './own-files.ts'
import { payment } from './payment.ts'
import { signIn } from './sign-in.ts'
import { start } from './start.ts'
import { statementPdf } from './statement-pdf.ts'
import type { Result } from './support/result.ts'
import type { World } from './support/world.ts'
import { timing } from './timing.ts'

type Job = (world: World) => Promise<readonly Result[]>

export const JOBS: Readonly<Record<string, Job>> = {
  overview,
  payment,
  'sign-in': signIn,
  boarding,
  'close-of-day': closeOfDay,
  cutoff,
  nacha,
  'statement-pdf': statementPdf,
  'own-files': ownFiles,
  'first-visit': firstVisit,
  start,
  timing,
}
