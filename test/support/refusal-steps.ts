// What a day with a refused file brings, step by step, on the world of a bank.

import { date } from '#src/domain/calendar.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { settleFundingChecks } from '#src/servicing/funding/settle-funding-checks.ts'
import { decideRefusal, type RefusalDecision } from '#src/store/ach/refused-files.ts'
import type { BankWorld } from './bank-world.ts'
import { bankAnswers, lastFile } from './refused-file.ts'

/** The cutoff of a day, and the bank's answer that it refuses the file; nothing is taken back yet. */
export async function refusedOn(world: BankWorld, day: string): Promise<string> {
  await cutoffOf(world, day)
  const { id, name } = await lastFile(world.ctx)
  world.at(day, '18:00')
  await bankAnswers(world.ctx, { name })
  return id
}

export async function cutoffOf(world: BankWorld, day: string): Promise<void> {
  world.at(day, '17:00')
  await sendPayments(world.bankCtx)
}

/** As the desk decides, without its page. */
export async function decide(
  world: BankWorld,
  id: string,
  decision: RefusalDecision,
): Promise<void> {
  const at = world.clock.now()
  await world.ctx.db
    .transaction()
    .execute((tx) => decideRefusal(tx, { id, decision, by: null, at }))
}

/** What the hourly job finds on a day. */
export async function checksOn(world: BankWorld, day: string): Promise<void> {
  await settleFundingChecks(world.ctx, date(day))
}
