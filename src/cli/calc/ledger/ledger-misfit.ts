// What is wrong with a ledger's input that no single field shows.
import type { Refused } from '../calculation.ts'
import { endsTooLate, TOO_LATE } from '../conventions.ts'
import type { EventInput } from './ledger-event-input.ts'
import type { LedgerInput } from './ledger-input.ts'

/** Unknown or repeated names, dates out of order. */
export function misfit(input: LedgerInput): Refused | null {
  const { contract, events } = input
  if (contract.firstDue <= contract.start)
    return { field: 'contract.firstDue', message: 'Give a date after "start".' }
  if (endsTooLate(contract, 0)) return { field: 'contract.payments', message: TOO_LATE }
  return wrongEvent(contract, events) ?? askedTooEarly(input)
}

function askedTooEarly({ contract, balancesOn, payoffOn }: LedgerInput): Refused | null {
  for (const [name, days] of Object.entries({ balancesOn, payoffOn })) {
    const index = days.findIndex((day) => day < (contract.opening?.on ?? contract.start))
    const message = 'Nothing is owed before the history starts.'
    if (index >= 0) return { field: `${name}[${index}]`, message }
  }
  return null
}

function wrongEvent(
  contract: LedgerInput['contract'],
  events: LedgerInput['events'],
): Refused | null {
  const ids = new Map<string, EventInput>()
  let moved = 0
  for (const [index, event] of events.entries()) {
    const refuse = (field: string, message: string) => ({
      field: `events[${index}].${field}`,
      message,
    })
    if (event.effective < (contract.opening?.on ?? contract.start))
      return refuse('effective', 'Nothing can happen before the history starts.')
    if (event.kind === 'extension') moved += event.months
    if (endsTooLate(contract, moved)) return refuse('months', TOO_LATE)
    if (event.kind === 'proceeds' && event.expenses > event.amount)
      return refuse('expenses', 'Give no more than the amount.')
    if (event.id === undefined) continue
    if (ids.has(event.id)) return refuse('id', 'Another event has this name; give each its own.')
    ids.set(event.id, event)
  }
  return wrongReference(events, ids)
}

function wrongReference(
  events: readonly EventInput[],
  ids: ReadonlyMap<string, EventInput>,
): Refused | null {
  const gone = new Set<string>()
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'return' && event.kind !== 'reversal') continue
    const field = `events[${index}].of`
    const target = ids.get(event.of)
    if (!target) return { field, message: 'There is no event of this name; give one its "id".' }
    if (target.kind === 'return' || target.kind === 'reversal')
      return { field, message: 'A return or a reversal stays; record the payment again.' }
    if (event.kind === 'return' && target.kind !== 'payment')
      return { field, message: 'Only a payment is returned; use "reversal".' }
    if (gone.has(event.of)) return { field, message: 'This event was taken back before.' }
    gone.add(event.of)
  }
  return null
}
