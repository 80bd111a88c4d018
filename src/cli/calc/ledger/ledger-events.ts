// The events of a ledger's input as the law takes them.
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { type Fact, whatFollows } from '#src/domain/account/extend.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { unreachable } from '#src/domain/assert.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { levelPayment } from '#src/domain/contract/amortization.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { cents } from '#src/domain/money.ts'
import type { EventInput } from './ledger-event-input.ts'
import type { LedgerInput } from './ledger-input.ts'

/** The account as it stands after all that was known, with late charges that followed by then. */
export function ledgerOf(input: LedgerInput): LoanLedger {
  const contract = contractOf(input.contract)
  const known = inOrderOfRecording(input).filter(
    ({ posted }) => input.asKnownAt === null || posted <= input.asKnownAt,
  )
  const boarded = eventOf(boarding(contract, input), { id: BOARDING, seq: 0, posted: '' })
  const events = [boarded]
  const waivers: Known[] = []
  for (const each of known) {
    const { event, ...recorded } = each
    if (event.kind === 'waiver') waivers.push(each)
    else
      events.push(eventOf({ effectiveDate: event.effective, payload: payloadOf(event) }, recorded))
  }
  const through = lastDay(input)
  const charged = settle(events, { through, after: known.length })
  if (waivers.length === 0) return charged
  // They forgive charges that follow from everything else.
  for (const waiver of waivers) events.push(waived(waiver, charged))
  return settle(events, { through, after: known.length })
}

/** Adds what follows, behind all that was recorded. */
function settle(
  events: AccountEvent[],
  at: { readonly through: CivilDate; readonly after: number },
): LoanLedger {
  for (;;) {
    const ledger = replayLoan(events)
    const next = whatFollows(ledger, at.through)
    if (next.length === 0) return ledger
    for (const fact of next) {
      const id = `(follows ${events.length})`
      events.push(eventOf(fact, { id, seq: at.after + events.length, posted: '' }))
    }
  }
}

type Recorded = { readonly id: string; readonly seq: number; readonly posted: string }
type Known = Recorded & { readonly event: EventInput }

function eventOf({ effectiveDate, payload }: Fact, { id, seq, posted }: Recorded): AccountEvent {
  return { id, seq, effectiveDate, postedAt: posted, payload }
}

/** Forgives the charge that stands for its installment; where none does, nothing. */
function waived({ event, ...recorded }: Known, { steps }: LoanLedger): AccountEvent {
  const charge = steps.findLast(
    ({ event: { payload } }) =>
      event.kind === 'waiver' &&
      payload.kind === 'lateCharge' &&
      payload.installment === event.installment,
  )
  const payload = { ...payloadOf(event), charge: charge?.event.id ?? '' }
  return eventOf({ effectiveDate: event.effective, payload: payload as EventPayload }, recorded)
}

export const BOARDING = '(start)'

/** By the moment of recording; events of one moment in the order in which they were given. */
function inOrderOfRecording({ events }: LedgerInput): Known[] {
  const given = events.map((event, index) => ({
    event,
    id: event.id ?? `#${index + 1}`,
    posted: event.posted ?? `${event.effective}T00:00:00.000Z`,
  }))
  const recorded = given.some(({ event }) => event.posted !== undefined)
    ? given.sort((a, b) => (a.posted < b.posted ? -1 : a.posted > b.posted ? 1 : 0))
    : given
  return recorded.map((each, index) => ({ ...each, seq: index + 1 }))
}

function lastDay({ events, balancesOn, payoffOn, contract }: LedgerInput): CivilDate {
  const days = [...events.map(({ effective }) => effective), ...balancesOn, ...payoffOn]
  return days.reduce(later, contract.opening?.on ?? contract.start)
}

function contractOf(given: LedgerInput['contract']): LoanContract {
  const { lateCharge, payment, extensions, opening: _, ...terms } = given
  return {
    ...terms,
    ...(extensions.length > 0 && { extensions }),
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

function boarding(contract: LoanContract, { contract: given }: LedgerInput): Fact {
  const { opening } = given
  const fresh = newContractOpening(contract)
  if (opening === null)
    return { effectiveDate: contract.start, payload: { kind: 'boarded', contract, opening: fresh } }
  const { on, unapplied: suspense, ...rest } = opening
  return {
    effectiveDate: on,
    payload: { kind: 'boarded', contract, opening: { ...rest, suspense } },
  }
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
    case 'release':
      return { kind: 'release', amount: event.amount, to: event.to }
    case 'waiver':
      return {
        kind: 'adjustment',
        bucket: 'lateCharges',
        amount: cents(-event.amount),
        reason: given,
      }
    case 'reportedMonth': {
      const { id: _, effective: __, posted: ___, ...month } = event
      return month
    }
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
