// The events that a boarded contract begins with: its boarding, then what happened before it came
// to us.
import type { BoardingRecord, PastEvent } from '#src/domain/account/boarding.ts'
import type { EventPayload } from '#src/domain/account/event.ts'
import type { Fact } from '#src/domain/account/extend.ts'
import { unreachable } from '#src/domain/assert.ts'
import { ZERO_CENTS } from '#src/domain/money.ts'

/** In the order of recording; the first is always the boarding. */
export function boardingFacts(record: BoardingRecord): Fact[] {
  return [
    { effectiveDate: record.openingOn, payload: boardedPayload(record) },
    ...record.history.map((event) => ({
      effectiveDate: event.effectiveDate,
      payload: payloadOf(event),
    })),
    ...record.months.map((month) => ({ effectiveDate: month.periodEnd, payload: month })),
  ]
}

/** The event that an account begins with. */
export function boardedPayload(record: BoardingRecord): EventPayload {
  if (record.product === 'lease') {
    const { contract, opening } = record
    return { kind: 'leaseBoarded', contract, opening }
  }
  const { contract, opening } = record
  return { kind: 'boarded', contract, opening }
}

function payloadOf(event: PastEvent): EventPayload {
  switch (event.kind) {
    case 'payment':
      return {
        kind: 'payment',
        amount: event.amount,
        extra: event.extra,
        extraAmount: event.extraAmount,
        toCharges: ZERO_CENTS,
        paymentId: null,
        channel: 'file',
      }
    case 'fee':
      return { kind: 'fee', amount: event.amount, name: event.name, citation: event.citation }
    case 'rate':
      return { kind: 'rate', rate: event.rate }
    case 'extension':
      return { kind: 'extension', months: event.months, reason: event.reason }
    case 'chargeOff':
      return { kind: 'chargeOff', reason: event.reason }
    case 'proceeds': {
      const { amount, expenses, source } = event
      return { kind: 'proceeds', amount, expenses, source }
    }
    default:
      return unreachable(event)
  }
}
