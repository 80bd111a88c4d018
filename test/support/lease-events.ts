// A lease account told event by event: the sample lease, its payments, and what follows from them.
import type { AccountEvent, EventPayload, LeaseOpening } from '#src/domain/account/event.ts'
import { extend, type Fact } from '#src/domain/account/extend.ts'
import { type LeaseLedger, leaseLedger } from '#src/domain/account/ledger.ts'
import { date } from '#src/domain/calendar.ts'
import type { LeaseContract } from '#src/domain/contract/lease.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { SAMPLE_LEASE } from './signed-lease.ts'

const NOTHING_PAID: LeaseOpening = {
  installmentsPaid: 0,
  paidTowardNext: ZERO_CENTS,
  lateCharges: ZERO_CENTS,
  fees: ZERO_CENTS,
  suspense: ZERO_CENTS,
}

export function leaseAccount(
  told: readonly { on: string; payload: EventPayload }[],
  at: { through: string; contract?: LeaseContract },
): { ledger: LeaseLedger; events: readonly AccountEvent[] } {
  const contract = at.contract ?? SAMPLE_LEASE
  const boarded: EventPayload = { kind: 'leaseBoarded', contract, opening: NOTHING_PAID }
  const facts: Fact[] = [
    { effectiveDate: contract.start, payload: boarded },
    ...told.map(({ on, payload }) => ({ effectiveDate: date(on), payload })),
  ]
  let made = 0
  const newId = () => {
    made += 1
    return `e${made}`
  }
  const through = date(at.through)
  const account = extend([], facts, { through, postedAt: '2027-01-01T00:00:00.000Z', newId })
  return { ledger: leaseLedger(account.ledger), events: account.events }
}

/** In cents; the part for charges only where it is said. */
export function leasePaid(amount: number, toCharges = 0): EventPayload {
  return {
    kind: 'payment',
    amount: cents(amount),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(toCharges),
    paymentId: null,
    channel: 'mail',
  }
}
