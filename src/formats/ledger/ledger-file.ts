// A loan with everything that happened to it, in the form that `keyturn calc ledger` reads, and
// what our own ledger says of it: whoever has the file can have every cent computed again. Nothing
// that moves money is left out; late charges and forgiven remainders are not written, for they
// follow from the rest and are to be found again.
import type { AccountEvent, EventPayload, OpeningPosition } from '#src/domain/account/event.ts'
import type { LoanLedger } from '#src/domain/account/ledger.ts'
import { unreachable } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { toDollars, toPercent } from '#src/domain/money.ts'
import { type LedgerAnswer, ledgerAnswer } from './ledger-answer.ts'

export type LedgerFile = {
  readonly contract: object
  readonly events: readonly object[]
  readonly balancesOn: readonly CivilDate[]
  readonly payoffOn: readonly CivilDate[]
  /** Of our ledger. */
  readonly expected: LedgerAnswer
}

/** `ledger` is that of the events, with what follows from them by `on`. */
export function ledgerFile(
  events: readonly AccountEvent[],
  { ledger, on }: { readonly ledger: LoanLedger; readonly on: CivilDate },
): LedgerFile {
  const days = { balancesOn: [on], payoffOn: [on] }
  const [boarded] = events
  return {
    contract: boarded ? contractOf(boarded) : {},
    events: events.flatMap((event) => eventOf(event, events)),
    ...days,
    expected: ledgerAnswer(ledger, days),
  }
}

function contractOf({ payload, effectiveDate }: AccountEvent): object {
  if (payload.kind !== 'boarded') throw new Error('broken invariant: a loan begins with its terms')
  const { contract, opening } = payload
  const { ruleVersion: _, lateCharge, extensions = [], ...terms } = contract
  return {
    ...terms,
    principal: toDollars(terms.principal),
    rate: toPercent(terms.rate),
    payment: toDollars(terms.payment),
    smallRemainder: toDollars(terms.smallRemainder),
    lateCharge: lateChargeOf(lateCharge),
    ...(extensions.length > 0 && { extensions }),
    opening: openingOf(opening, effectiveDate),
  }
}

/** A rule that names no law or clause never charges. */
function lateChargeOf(rule: LoanContract['lateCharge']): object | null {
  if (!rule || rule.citation === '') return null
  return {
    graceDays: rule.graceDays,
    percentOfInstallment: toPercent(rule.percentPpb),
    minimum: toDollars(rule.minimum),
    maximum: rule.maximum === null ? null : toDollars(rule.maximum),
  }
}

function openingOf(opening: OpeningPosition, on: CivilDate): object {
  return {
    on,
    principal: toDollars(opening.principal),
    interest: toDollars(opening.interest),
    lateCharges: toDollars(opening.lateCharges),
    fees: toDollars(opening.fees),
    unapplied: toDollars(opening.suspense),
    interestPaidThrough: opening.interestPaidThrough,
    installmentsPaid: opening.installmentsPaid,
    paidTowardNext: toDollars(opening.paidTowardNext),
  }
}

function eventOf(event: AccountEvent, all: readonly AccountEvent[]): object[] {
  const { id, effectiveDate: effective, postedAt: posted, payload } = event
  if (payload.kind === 'reversal' && FOLLOWS.has(kindIn(all, payload.of))) return []
  const said = saidBy(payload, all)
  return said === null ? [] : [{ ...said, id, effective, posted }]
}

/** What the calculator finds by itself. */
const FOLLOWS: ReadonlySet<string> = new Set(['lateCharge', 'remainder'])

function saidBy(payload: EventPayload, all: readonly AccountEvent[]): object | null {
  switch (payload.kind) {
    case 'boarded':
    case 'leaseBoarded':
    case 'lateCharge':
    case 'remainder':
      return null
    case 'payment': {
      const { kind, extra, extraAmount, toCharges } = payload
      return {
        kind,
        amount: toDollars(payload.amount),
        extra,
        extraAmount: extraAmount === null ? null : toDollars(extraAmount),
        toCharges: toDollars(toCharges),
      }
    }
    case 'reversal':
      return { kind: reversalOf(payload, all), of: payload.of }
    case 'rate':
      return { kind: payload.kind, rate: toPercent(payload.rate) }
    case 'fee':
      return { kind: payload.kind, amount: toDollars(payload.amount) }
    case 'adjustment':
      return adjustmentOf(payload, all)
    case 'release':
      return { kind: payload.kind, amount: toDollars(payload.amount), to: payload.to }
    case 'extension':
      return { kind: payload.kind, months: payload.months }
    case 'chargeOff':
      return { kind: payload.kind }
    case 'proceeds': {
      const { kind, amount, expenses } = payload
      return { kind, amount: toDollars(amount), expenses: toDollars(expenses) }
    }
    case 'reportedMonth':
      return monthOf(payload)
    default:
      return unreachable(payload)
  }
}

/** A bank returns payments; whatever else is taken back, we took back. */
function reversalOf(
  { reason, of }: Extract<EventPayload, { kind: 'reversal' }>,
  all: readonly AccountEvent[],
): string {
  return reason === 'return' && kindIn(all, of) === 'payment' ? 'return' : 'reversal'
}

function kindIn(all: readonly AccountEvent[], id: string): string {
  return all.find((event) => event.id === id)?.payload.kind ?? ''
}

function adjustmentOf(
  { bucket, amount, charge }: Extract<EventPayload, { kind: 'adjustment' }>,
  all: readonly AccountEvent[],
): object {
  if (charge === undefined) return { kind: 'adjustment', bucket, amount: toDollars(amount) }
  const forgiven = all.find(({ id }) => id === charge)?.payload
  const installment = forgiven?.kind === 'lateCharge' ? forgiven.installment : 0
  return { kind: 'waiver', installment, amount: toDollars(amount).replace('-', '') }
}

function monthOf(month: Extract<EventPayload, { kind: 'reportedMonth' }>): object {
  const { principalBegin, principalEnd, paid, toInterest, toPrincipal, toOther, rate } = month
  const money = { principalBegin, principalEnd, paid, toInterest, toPrincipal, toOther }
  return {
    ...month,
    ...Object.fromEntries(Object.entries(money).map(([name, each]) => [name, toDollars(each)])),
    rate: toPercent(rate),
  }
}
