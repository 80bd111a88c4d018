// One job in a process of its own, so that neither memory nor compiled code of another one is in
// its figures.

import { JOBS } from './jobs.ts'
import type { ServerAddress } from './support/bench-server.ts'
import type { Result } from './support/result.ts'
import type { Scale } from './support/world.ts'

export type Order = { readonly name: string; readonly scale: Scale; readonly server: ServerAddress }
export type Answer = { readonly results: readonly Result[] } | { readonly failure: string }

// Lets what waits for the end of this process see it.
process.once('SIGTERM', () => process.exit(1))

process.once('message', async (order: Order) => {
  const answer = await run(order).catch((error: unknown) => ({ failure: reasonOf(error) }))
  process.send?.(answer, () => process.disconnect())
})

async function run({ name, scale, server }: Order): Promise<Answer> {
  const job = JOBS[name]
  if (!job) throw new Error(`there is no job ${name}`)
  return { results: await job({ server, scale }) }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
