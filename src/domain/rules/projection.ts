// What comes next if every installment is paid on its due date, with or without more: the schedule
// ahead, what it costs, when it ends. On the real position, by the same law as the ledger.
import type { CivilDate } from '../calendar.ts'
import { type Cents, larger, minus, plus, smaller, sum, ZERO_CENTS } from '../money.ts'
import { applyPayment } from './apply.ts'
import { type Installment, nextInstallment, pastDueInstallments } from './installments.ts'
import { accrueTo, interestDue, isPaidInFull, type LoanPosition } from './position.ts'
import type { Split } from './waterfall.ts'

export type ProjectedPayment = {
  readonly number: number
  readonly due: CivilDate
  readonly payment: Cents
  readonly interest: Cents
  readonly principal: Cents
  readonly balance: Cents
}

export type Projection = {
  readonly rows: readonly ProjectedPayment[]
  readonly interest: Cents
  /** What is past due with all charges, paid on the first day; null where nothing is. */
  readonly caughtUp: { readonly split: Split; readonly balance: Cents } | null
  /** Day on which nothing is owed any more; null when the term ends first. */
  readonly lastDue: CivilDate | null
}

/**
 * Pays what is past due and all charges on `on`, then each installment on its due date plus
 * `extraEach` to principal; the last installment closes the account. `extraEach` is not negative.
 */
export function project(
  position: LoanPosition,
  plan: { on: CivilDate; extraEach: Cents },
): Projection {
  const rows: ProjectedPayment[] = []
  const caughtUp = catchUp(position, plan.on)
  let at = caughtUp?.position ?? accrueTo(position, plan.on)
  for (let next = nextInstallment(at, plan.on); next; next = nextInstallment(at, next.due)) {
    const amount = withExtra(at, next, plan.extraEach)
    const paid = pay(at, { amount, extra: minus(amount, next.amount), on: next.due })
    rows.push({
      number: next.number,
      due: next.due,
      payment: amount,
      interest: paid.split.interest,
      principal: paid.split.principal,
      balance: paid.position.principal,
    })
    at = paid.position
    if (next.number >= at.contract.payments) break
  }
  const last = rows.at(-1)
  return {
    rows,
    interest: sum(rows.map((row) => row.interest)),
    caughtUp: caughtUp && { split: caughtUp.split, balance: caughtUp.position.principal },
    lastDue: last && isPaidInFull(at, last.due) ? last.due : null,
  }
}

/**
 * Interest that `extra`, paid to principal on `on`, saves over the rest of the loan; never
 * negative.
 */
export function interestSaved(
  position: LoanPosition,
  plan: { on: CivilDate; extra: Cents },
): Cents {
  const without = project(position, { on: plan.on, extraEach: ZERO_CENTS })
  const paid = pay(position, { amount: plan.extra, extra: plan.extra, on: plan.on })
  const withExtra = project(paid.position, { on: plan.on, extraEach: ZERO_CENTS })
  const saved = minus(without.interest, plus(withExtra.interest, paid.split.interest))
  return larger(ZERO_CENTS, saved)
}

/** Never more than what closes the account, which an installment by itself is not. */
function withExtra(at: LoanPosition, next: Installment, extra: Cents): Cents {
  if (extra === 0 && at.principal >= 0) return next.amount
  return smaller(plus(at.principal, interestDue(at, next.due)), plus(next.amount, extra))
}

function catchUp(position: LoanPosition, on: CivilDate): ReturnType<typeof pay> | null {
  const late = sum(pastDueInstallments(position, on).map((row) => row.amount))
  const toCharges = plus(position.lateCharges, position.fees)
  const amount = plus(late, toCharges)
  return amount === 0 ? null : pay(position, { amount, extra: ZERO_CENTS, toCharges, on })
}

function pay(
  position: LoanPosition,
  payment: { amount: Cents; extra: Cents; toCharges?: Cents; on: CivilDate },
) {
  const terms = {
    amount: payment.amount,
    extra: 'principal',
    extraAmount: larger(ZERO_CENTS, payment.extra),
    toCharges: payment.toCharges ?? ZERO_CENTS,
  } as const
  return applyPayment(position, terms, payment.on)
}
