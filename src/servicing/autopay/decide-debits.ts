// What autopay does of one account on a day: sets the debits whose time has come, makes those that
// are set smaller where less is due, and ends what has come to its end.

import { type Occurrence, occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { installmentsOf } from '#src/domain/autopay/installments-of.ts'
import { addDays, type CivilDate, later } from '#src/domain/calendar.ts'
import { updateAutopay } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { adjustDebits } from './adjust-debits.ts'
import { autopayRules } from './autopay-rules.ts'
import { decidedDays, type HeldAutopay, readMoney } from './autopay-state.ts'
import { followAccount } from './follow-account.ts'
import { makeDebit, skipDebit } from './make-debit.ts'
import { sendOn, wantedOn } from './wanted-debit.ts'

/** Answers with the autopay as it stands then, the next day to look at it with it. */
export async function decideDebits(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
): Promise<HeldAutopay> {
  let at = await followAccount(ctx, tx, held)
  if (at.autopay.state === 'ended') return at
  at = await adjustDebits(ctx, tx, at)
  for (const occurrence of openDays(ctx, at)) at = await decideDay(ctx, tx, at, occurrence)
  const autopay = { ...at.autopay, reviewOn: nextReview(ctx, at) }
  if (autopay.reviewOn !== held.autopay.reviewOn) await updateAutopay(tx, at.account, autopay)
  return { ...at, autopay }
}

/** Days within reach on which nothing is decided yet. */
function openDays(ctx: ServicingContext, held: HeldAutopay): Occurrence[] {
  const { daysAhead } = autopayRules(ctx.lender, held.today)
  const through = addDays(held.today, daysAhead)
  const open: Occurrence[] = []
  for (const at of undecided(held)) {
    if (at.on > through) break
    open.push(at)
  }
  return open
}

function* undecided(held: HeldAutopay): Generator<Occurrence> {
  const decided = decidedDays(held.debits)
  const contract = installmentsOf(held.ledger)
  for (const at of occurrencesFrom(held.autopay.terms, contract, held.today))
    if (!decided.has(at.on)) yield at
}

async function decideDay(
  ctx: ServicingContext,
  tx: Tx,
  held: HeldAutopay,
  at: Occurrence,
): Promise<HeldAutopay> {
  const debit = wantedOn(ctx, held, at)
  if (debit === null) return held
  if (debit.terms !== null) return makeDebit(ctx, tx, { held, debit })
  // What would cover it may still be taken back: it is final when its own file would have gone.
  const isFinal = held.autopay.state !== 'active' || sendOn(ctx, held, at) <= held.today
  if (!isFinal) return held
  await skipDebit(ctx, tx, { held, debit })
  return { ...held, ...(await readMoney(tx, held.autopay)) }
}

/** The next day at whose end there is something to do; a covered one is looked at daily. */
function nextReview(ctx: ServicingContext, held: HeldAutopay): CivilDate {
  const { daysAhead } = autopayRules(ctx.lender, held.today)
  const next = undecided(held).next().value
  // A close of a day decides for the one after it.
  return next ? later(held.today, addDays(next.on, -daysAhead - 1)) : held.today
}
