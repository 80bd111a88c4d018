import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { insertEntry, openReceiver } from '#src/store/ach/ach-entries.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

/** A new entry that asks for what the refused one asked for; answers with its id. */
export async function lineUpAgain(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly entry: SentEntry
    readonly sendOn: CivilDate
    readonly wanted: CivilDate | null
  },
): Promise<string> {
  const { sendOn, wanted } = of
  const receiver = await openReceiver(tx, ctx.vault, of.entry)
  assert(receiver, 'an entry that stood in a file names its receiver')
  const { attempt, ...same } = of.entry
  const id = ctx.newId()
  const createdAt = ctx.clock.now()
  const tried = attempt === 1 || attempt === 2 ? attempt : 3
  const entry = { ...same, ...({ attempt: tried } as const), id, sendOn, wanted, createdAt }
  const isNew = await insertEntry(tx, ctx.vault, { entry, receiver })
  assert(isNew, 'each try of a payment waits once')
  return id
}
