// What each amount holds and what it leaves open, so that the amounts can be added up. Charges are
// paid only by an amount that covers all that is due (decision 0006).
import { plus } from '#src/domain/money.ts'
import type { AmountDue } from '#src/domain/rules/installments.ts'
import type { Reader } from '../reader.ts'
import type { AmountParts } from './amount-parts.ts'

export function dueName({ pastDue, current }: AmountDue, reader: Reader): string {
  const w = reader.words.payments.amount
  if (pastDue === 0) return w.due
  return current ? w.dueWithNext : w.dueAll
}

/** What is late, and what of the rest is not part of it. */
export function pastDueNote(due: AmountDue, reader: Reader): string {
  const w = reader.words.payments.amount
  const { current } = due
  const charges = chargesOf(due)
  const left = [
    ...(charges > 0 ? [w.charges(reader.money(charges))] : []),
    ...(current ? [w.paymentDue(reader.date(current.due, 'day'))] : []),
  ]
  return left.length === 0 ? w.pastDueNote : `${w.pastDueNote} ${w.leavesOpen(left)}`
}

/** One amount by its day; several each by name, so that they add up to it. */
export function dueNote(due: AmountDue, reader: Reader): string {
  const w = reader.words.payments.amount
  const { pastDue, current } = due
  const charges = chargesOf(due)
  const plain = current ? w.dueOn(reader.date(current.due, 'long')) : w.dueNow
  if (pastDue === 0 && charges === 0) return plain
  const parts = [
    ...(pastDue > 0 ? [w.pastDuePart(reader.money(pastDue))] : []),
    ...(current ? [w.duePart(reader.money(current.amount), reader.date(current.due, 'day'))] : []),
    ...(charges > 0 ? [w.charges(reader.money(charges))] : []),
  ]
  return w.holds(parts)
}

/** Where the money of an amount of one's own goes. */
export function otherHint({ options }: AmountParts, reader: Reader): string {
  const { due, payoffOnDate } = options
  const w = reader.words.payments.amount
  if (payoffOnDate && payoffOnDate.chargedOff > 0) return reader.words.account.chargedOff.lowers
  const charges = chargesOf(due)
  if (charges === 0) return w.reducesNext
  return w.chargesWait({ all: reader.money(due.total), charges: reader.money(charges) })
}

function chargesOf({ lateCharges, fees }: AmountDue) {
  return plus(lateCharges, fees)
}
