// A lease of a public filing that is on the books already. Of a month, a filing tells what was paid
// in it: one payment at the end of the period. A month that was passed over can follow later.
import type { LeaseRecord } from '#src/domain/account/boarding.ts'
import type { AccountEvent } from '#src/domain/account/event.ts'
import type { Fact } from '#src/domain/account/extend.ts'
import { type LeaseLedger, leaseLedger, stepOn } from '#src/domain/account/ledger.ts'
import { plus } from '#src/domain/money.ts'
import { leaseInstallmentsPaid } from '#src/domain/rules/lease-position.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { boardingFacts } from './boarding-facts.ts'
import { type Boardable, type Boarded, outcomeOf } from './boarding-outcome.ts'
import { recordMonth } from './record-month.ts'

/** Adds what was paid in the record's month, unless it is there or cannot be. */
export async function boardKnownLease(
  tx: Tx,
  ctx: ServicingContext,
  known: {
    from: Boardable & { record: LeaseRecord }
    accountId: string
    events: readonly AccountEvent[]
  },
): Promise<Boarded> {
  const { from, accountId } = known
  const [fact] = boardingFacts(from.record).slice(1)
  if (!fact || judgePaidMonth(known.events, fact) === 'there')
    return outcomeOf(from, { kind: 'alreadyThere' })
  const loaded = await loadForUpdate(tx, accountId)
  const verdict = judgePaidMonth(loaded.events, fact)
  if (verdict === 'there') return outcomeOf(from, { kind: 'alreadyThere' })
  if (verdict !== 'add')
    return outcomeOf(from, { kind: 'rejected' }, { field: PERIOD, reason: verdict.reason })
  const after = await recordMonth(tx, ctx, { from, loaded, fact })
  const odd = otherPosition(from.record, leaseLedger(after.ledger), fact)
  return outcomeOf(from, { kind: 'monthsAdded', months: 1 }, ...odd)
}

const PERIOD = 'reportingPeriodEndDate'

function judgePaidMonth(
  events: readonly AccountEvent[],
  { effectiveDate, payload }: Fact,
): 'add' | 'there' | { reason: string } {
  const payments = events.flatMap((event) =>
    event.payload.kind === 'payment' ? [{ on: event.effectiveDate, ...event.payload }] : [],
  )
  const same = payments.find(({ on, channel }) => on === effectiveDate && channel === 'file')
  if (same)
    return payload.kind === 'payment' && same.amount === payload.amount
      ? 'there'
      : { reason: 'This month is on the books with other figures.' }
  if (payments.some(({ channel }) => channel !== 'file'))
    return { reason: 'Payments were posted here: no month of a prior servicer can follow.' }
  const openedOn = events[0]?.effectiveDate ?? effectiveDate
  return effectiveDate < openedOn
    ? { reason: `The lease was opened on ${openedOn} with what was paid before.` }
    : 'add'
}

/** Where the filing has the lease further on, or not as far: a month may be missing. */
function otherPosition(record: LeaseRecord, ledger: LeaseLedger, { effectiveDate, payload }: Fact) {
  const { contract, opening } = record
  const paid = payload.kind === 'payment' ? plus(opening.paidTowardNext, payload.amount) : 0
  const filed = opening.installmentsPaid + Math.floor(paid / contract.basePayment)
  const here = leaseInstallmentsPaid(stepOn(ledger, effectiveDate).after)
  if (filed === here) return []
  const reason = `The filing has ${filed} installments paid by its end, the account has ${here}.`
  return [{ field: 'paidThroughDate', reason }]
}
