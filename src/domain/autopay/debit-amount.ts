// What one debit takes, to the cent, and why: what is still missing of its installment, never more
// than what closes the account on its day.
// Example: the last of 60: not the 512.55 of the others but 509.87, which leaves 0.00.

import type { AccountLedger } from '../account/ledger.ts'
import { type Cents, cents, larger, minus, plus, smaller, ZERO_CENTS } from '../money.ts'
import type { PaymentTerms } from '../rules/apply.ts'
import type { AutopayTerms } from './autopay-terms.ts'
import type { Occurrence } from './debit-days.ts'
import { leaseOwedOf } from './lease-owed.ts'
import { type DebitOrder, loanOwedOf, type Owed } from './owed.ts'

export type DebitReason =
  /** What the installment needs. */
  | { readonly code: 'installment' }
  | { readonly code: 'part'; readonly part: number; readonly parts: number }
  | { readonly code: 'extra'; readonly amount: Cents }
  | { readonly code: 'fixed' }
  /** Nothing: money that has come pays it. */
  | { readonly code: 'alreadyPaid' }
  /** Nothing: payments that are set pay it. */
  | { readonly code: 'covered' }
  /** Less: payments have come or are set that pay a part of it. */
  | { readonly code: 'reduced'; readonly by: Cents }
  /** Its true amount: it leaves 0.00. */
  | { readonly code: 'closes' }
  /** The last one of a lease. */
  | { readonly code: 'lastPayment' }
  /** Earlier installments that are late are not taken with it. */
  | { readonly code: 'pastDueApart'; readonly amount: Cents }
  | { readonly code: 'chargesApart'; readonly amount: Cents }
  | { readonly code: 'chargesTaken'; readonly amount: Cents }
  /** More would need a notice that it is too late for (12 CFR 1005.10(d)). */
  | { readonly code: 'noticed'; readonly wanted: Cents }
  /** Its owner changed it, or no more was announced in time. */
  | { readonly code: 'setOtherwise' }
  /** Nothing: its owner canceled it, or it could not be sent. */
  | { readonly code: 'canceled' }
  /** Nothing, as long as autopay stands so. */
  | { readonly code: 'paused' }
  | { readonly code: 'needsAttention' }

export type Debit = Occurrence & {
  readonly amount: Cents
  /** null: nothing is taken. */
  readonly terms: PaymentTerms | null
  readonly reasons: readonly DebitReason[]
}

/** `ledger` is settled through today; null once nothing is owed that an installment could pay. */
export function debitFor(ledger: AccountLedger, at: Occurrence, order: DebitOrder): Debit | null {
  const owed =
    ledger.product === 'loan' ? loanOwedOf(ledger, at, order) : leaseOwedOf(ledger, at, order)
  if (owed === null) return null
  const { base, closing, charges } = owed
  if (base === 0) return { ...at, amount: ZERO_CENTS, terms: null, reasons: [nothingTaken(owed)] }
  const isLastPart = at.part === at.parts
  const share = isLastPart ? base : cents(Math.ceil(base / (at.parts - at.part + 1)))
  const toCharges = isLastPart && order.terms.charges === 'taken' ? charges : ZERO_CENTS
  const wanted = plus(share, toCharges, isLastPart ? extraOf(order.terms, share) : ZERO_CENTS)
  const amount = smaller(wanted, closing)
  const extraAmount = larger(ZERO_CENTS, minus(minus(amount, share), toCharges))
  // A lease has no principal to lower.
  const extra = ledger.product === 'loan' ? 'principal' : 'installments'
  const debit = { amount, extra, extraAmount, toCharges } as const
  const reasons = reasonsOf(owed, { order, at, terms: debit })
  return { ...at, amount, terms: debit, reasons }
}

/** The debit with no more than `most`: what is above it would need another notice. */
export function limitedTo(debit: Debit, most: Cents): Debit {
  if (debit.terms === null || debit.amount <= most) return debit
  const { terms, amount: wanted } = debit
  const extraAmount = larger(
    ZERO_CENTS,
    minus(terms.extraAmount ?? ZERO_CENTS, minus(wanted, most)),
  )
  const reasons = debit.reasons.filter(({ code }) => !isLast({ code }) && code !== 'extra')
  return {
    ...debit,
    amount: most,
    terms: { ...terms, amount: most, extraAmount, toCharges: smaller(terms.toCharges, most) },
    reasons: [
      ...reasons,
      ...(extraAmount > 0 ? [{ code: 'extra' as const, amount: extraAmount }] : []),
      { code: 'noticed', wanted },
    ],
  }
}

/** Whether a debit with this reason leaves nothing to pay. */
export function isLast({ code }: Pick<DebitReason, 'code'>): boolean {
  return code === 'closes' || code === 'lastPayment'
}

function extraOf({ amount }: AutopayTerms, share: Cents): Cents {
  switch (amount.kind) {
    case 'installment':
      return ZERO_CENTS
    case 'plusExtra':
      return amount.extra
    case 'fixed':
      return larger(ZERO_CENTS, minus(amount.amount, share))
  }
}

function nothingTaken(owed: Owed): DebitReason {
  if (owed.pastDue > 0) return { code: 'pastDueApart', amount: owed.pastDue }
  return { code: owed.isSet === 'paid' ? 'alreadyPaid' : 'covered' }
}

function reasonsOf(
  owed: Owed,
  of: { order: DebitOrder; at: Occurrence; terms: PaymentTerms },
): DebitReason[] {
  const { at, order } = of
  const { terms } = order
  const { amount } = of.terms
  const extraAmount = of.terms.extraAmount ?? ZERO_CENTS
  const { charges, pastDue, closing } = owed
  const closes = amount === closing && (charges === 0 || terms.charges === 'taken')
  const reduced = minus(owed.whole, owed.base)
  const reasons: DebitReason[] = [{ code: 'installment' }]
  if (at.parts > 1) reasons.push({ code: 'part', part: at.part, parts: at.parts })
  else if (reduced > 0 && !closes) reasons.push({ code: 'reduced', by: reduced })
  if (terms.amount.kind === 'fixed' && !closes) reasons.push({ code: 'fixed' })
  if (extraAmount > 0) reasons.push({ code: 'extra', amount: extraAmount })
  if (closes) reasons.push({ code: owed.closes })
  if (pastDue > 0) reasons.push({ code: 'pastDueApart', amount: pastDue })
  if (charges > 0)
    reasons.push({
      code: terms.charges === 'taken' ? 'chargesTaken' : 'chargesApart',
      amount: charges,
    })
  return reasons
}
