// The events of a ledger's input as the law takes them, and what is wrong with them.
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { type Fact, whatFollows } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { unreachable } from '#src/domain/assert.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import type { Refused } from './calculation.ts'
import { endsTooLate, TOO_LATE } from './conventions.ts'
import type { EventInput, LedgerInput } from './ledger-input.ts'

/** The account as it stands after all that was known, with late charges that followed by then. */
export function ledgerOf(input: LedgerInput): LoanLedger {
  const contract = contractOf(input.contract)
  const known = inOrderOfRecording(input).filter(
    ({ posted }) => input.asKnownAt === null || posted <= input.asKnownAt,
  )
  const events: AccountEvent[] = []
  const add = ({ effectiveDate, payload }: Fact, from: { id: string; posted: string }) =>
    events.push({
      id: from.id,
      seq: events.length + 1,
      effectiveDate,
      postedAt: from.posted,
      payload,
    })
  add(boarding(contract), { id: BOARDING, posted: '' })
  for (const { id, posted, event } of known)
    add({ effectiveDate: event.effective, payload: payloadOf(event) }, { id, posted })
  const through = lastDay(input)
  for (;;) {
    const ledger = replayLoan(events)
    const next = whatFollows(ledger, through)
    if (next.length === 0) return ledger
    for (const fact of next) add(fact, { id: `(follows ${events.length})`, posted: '' })
  }
}

/** What no single field shows: unknown or repeated names, dates out of order. */
export function misfit(input: LedgerInput): Refused | null {
  const { contract, events } = input
  if (contract.firstDue <= contract.start)
    return { field: 'contract.firstDue', message: 'Give a date after "start".' }
  if (endsTooLate(contract, 0)) return { field: 'contract.payments', message: TOO_LATE }
  return wrongEvent(contract, events) ?? askedTooEarly(input)
}

function askedTooEarly({ contract, balancesOn, payoffOn }: LedgerInput): Refused | null {
  for (const [name, days] of Object.entries({ balancesOn, payoffOn })) {
    const index = days.findIndex((day) => day < contract.start)
    const message = 'Nothing is owed before the contract starts.'
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
    if (event.effective < contract.start)
      return refuse('effective', 'Nothing can happen before the contract starts.')
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

export const BOARDING = '(start)'

/** By the moment of recording; events of one moment in the order in which they were given. */
function inOrderOfRecording({ events }: LedgerInput) {
  const recorded = events.map((event, index) => ({
    event,
    id: event.id ?? `#${index + 1}`,
    posted: event.posted ?? `${event.effective}T00:00:00.000Z`,
  }))
  return recorded.some(({ event }) => event.posted !== undefined)
    ? recorded.sort((a, b) => (a.posted < b.posted ? -1 : a.posted > b.posted ? 1 : 0))
    : recorded
}

function lastDay({ events, balancesOn, payoffOn, contract }: LedgerInput): CivilDate {
  const days = [...events.map(({ effective }) => effective), ...balancesOn, ...payoffOn]
  return days.reduce(later, contract.start)
}

function contractOf({ lateCharge, payment, ...terms }: LedgerInput['contract']): LoanContract {
  return {
    ...terms,
    payment: payment ?? levelPayment(terms, 'daily'),
    lateCharge: lateCharge && {
      graceDays: lateCharge.graceDays,
      percentPpb: lateCharge.percentOfInstallment,
      minimum: lateCharge.minimum,
      maximum: lateCharge.maximum,
      citation: 'contract.lateCharge',
    },
    ruleVersion: 'contract.waterfall',
  }
}

function boarding(contract: LoanContract): Fact {
  const opening = newContractOpening(contract)
  return { effectiveDate: contract.start, payload: { kind: 'boarded', contract, opening } }
}

function payloadOf(event: EventInput): EventPayload {
  const given = 'an event of the input'
  switch (event.kind) {
    case 'payment': {
      const { kind, amount, extra, extraAmount, toCharges } = event
      return { kind, amount, extra, extraAmount, toCharges, paymentId: null, channel: 'file' }
    }
    case 'return':
      return { kind: 'reversal', of: event.of, reason: 'return', code: null }
    case 'reversal':
      return { kind: 'reversal', of: event.of, reason: 'correction', code: null }
    case 'rate':
      return { kind: 'rate', rate: event.rate }
    case 'fee':
      return { kind: 'fee', amount: event.amount, name: 'fee', citation: given }
    case 'lateCharge':
      // Given as a fact it stays, whatever the contract's own rule says.
      return { kind: 'adjustment', bucket: 'lateCharges', amount: event.amount, reason: given }
    case 'adjustment':
      return { kind: 'adjustment', bucket: event.bucket, amount: event.amount, reason: given }
    case 'extension':
      return { kind: 'extension', months: event.months, reason: given }
    case 'chargeOff':
      return { kind: 'chargeOff', reason: given }
    case 'proceeds':
      return {
        kind: 'proceeds',
        amount: event.amount,
        expenses: event.expenses,
        source: 'other',
      }
    default:
      return unreachable(event)
  }
}
