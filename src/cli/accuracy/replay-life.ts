// A loan's filed months, one after the other, through the ledger: what it computes is held against
// what was reported at the end of each month.
import { newContractOpening } from '#src/domain/account/boarding.ts'
import type { AccountEvent, ReportedMonth } from '#src/domain/account/event.ts'
import { extend, type Fact } from '#src/domain/account/extend.ts'
import { type LoanLedger, loanLedger } from '#src/domain/account/ledger.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate, earlier } from '#src/domain/calendar.ts'
import type { LoanContract } from '#src/domain/contract/loan.ts'
import { type Cents, minus, plus, ZERO_CENTS } from '#src/domain/money.ts'
import type { LoanMonth } from '#src/formats/filings/loan-month.ts'
import {
  type Dating,
  eventsOfMonth,
  type Standing,
  type Underivable,
} from '#src/formats/filings/month-to-events.ts'

/** An account in the middle of its filed life. */
export type Life = {
  readonly events: readonly AccountEvent[]
  readonly ledger: LoanLedger
  /** Last paid-through date that was filed. */
  readonly paidThrough: CivilDate
}

export type Lived = {
  readonly life: Life
  readonly dating: Dating
  /** Our principal at the end of the month, and our interest in it. */
  readonly principal: Cents
  readonly interest: Cents
}

/**
 * The life from the end of `first` on, which is taken as it was reported; null where interest was
 * not yet paid to any day.
 */
export function beginLife(signed: LoanContract, first: LoanMonth): Life | null {
  const paidThrough = first.interestPaidThrough
  if (paidThrough === null || paidThrough > first.periodEnd || first.end <= 0) return null
  const rate = first.rate ?? signed.rate
  const contract = { ...signed, rate, start: earlier(signed.start, paidThrough) }
  const opening = {
    ...newContractOpening(contract),
    principal: first.end,
    interestPaidThrough: paidThrough,
  }
  const boarded: Fact = {
    effectiveDate: first.periodEnd,
    payload: { kind: 'boarded', contract, opening },
  }
  const { events, ledger } = recorded([], [boarded], first.periodEnd)
  return { events, ledger, paidThrough }
}

/** The month computed; `paidOn` puts its payment on another day than the filed one. */
export function live(
  life: Life,
  month: LoanMonth,
  paidOn: CivilDate | null = null,
): Lived | Underivable {
  const standing: Standing = { position: life.ledger.position, paidThrough: life.paidThrough }
  const derived = eventsOfMonth(standing, month, paidOn)
  if (derived.kind === 'underivable') return derived.reason
  const { events, ledger } = recorded(life.events, derived.facts, month.periodEnd, life.ledger)
  const paidThrough = month.interestPaidThrough ?? life.paidThrough
  return {
    life: { events, ledger, paidThrough },
    dating: derived.dating,
    principal: positionOn(ledger, month.periodEnd).principal,
    interest: interestCollected(ledger, life.ledger.steps.length),
  }
}

/** Other days of the month on which its payment may have counted, the nearest first. */
export function* daysBeside({ interestPaidThrough: filed, periodBegin, periodEnd }: LoanMonth) {
  if (filed === null) return
  for (let away = 1; away <= MOST_DAYS_AWAY; away += 1)
    for (const day of [addDays(filed, -away), addDays(filed, away)])
      if (away === 1 || (day >= periodBegin && day <= periodEnd)) yield { day, away }
}

const MOST_DAYS_AWAY = 31

/** The principal set right, so that the next month is judged by itself. */
export function corrected({ life, principal }: Lived, month: LoanMonth): Life {
  const amount = minus(month.end, principal)
  const reason = 'As reported'
  const payload = { kind: 'adjustment', bucket: 'principal', amount, reason } as const
  const fact: Fact = { effectiveDate: month.periodEnd, payload }
  return { ...life, ...recorded(life.events, [fact], month.periodEnd, life.ledger) }
}

/** The month taken as it was reported. */
export function asReported(life: Life, month: LoanMonth): Life {
  const paidThrough = month.interestPaidThrough ?? life.paidThrough
  const payload = reportedMonth(month, { paidThrough, rate: life.ledger.position.rate })
  const fact: Fact = { effectiveDate: month.periodEnd, payload }
  const { events, ledger } = recorded(life.events, [fact], month.periodEnd, life.ledger)
  return { events, ledger, paidThrough }
}

function reportedMonth(
  month: LoanMonth,
  known: { paidThrough: CivilDate; rate: ReportedMonth['rate'] },
): ReportedMonth {
  return {
    kind: 'reportedMonth',
    periodBegin: month.periodBegin,
    periodEnd: month.periodEnd,
    principalBegin: month.begin,
    principalEnd: month.end,
    paid: month.paid,
    toInterest: month.interest,
    toPrincipal: month.principal,
    toOther: month.other,
    interestPaidThrough: known.paidThrough,
    daysPastDue: Math.max(0, month.daysPastDue ?? 0),
    rate: month.rate ?? known.rate,
  }
}

function recorded(
  events: readonly AccountEvent[],
  facts: readonly Fact[],
  on: CivilDate,
  ledger?: LoanLedger,
): { events: readonly AccountEvent[]; ledger: LoanLedger } {
  let seq = events.length
  const newId = () => {
    seq += 1
    return String(seq)
  }
  const at = { through: on, postedAt: `${on}T00:00:00.000Z`, newId }
  const extended = extend(events, facts, ledger === undefined ? at : { ...at, ledger })
  return { events: extended.events, ledger: loanLedger(extended.ledger) }
}

function interestCollected(ledger: LoanLedger, before: number): Cents {
  const splits = ledger.steps.slice(before).map(({ split }) => split?.interest ?? ZERO_CENTS)
  return plus(...splits)
}
