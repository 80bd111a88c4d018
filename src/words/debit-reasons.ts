// Why a debit of autopay takes what it takes, in sentences.
import type { DebitReason } from '#src/domain/autopay/debit-amount.ts'
import { formatCount, formatMoney } from './format.ts'
import type { Locale } from './locale.ts'
import { words } from './words.ts'

export type ReasonedDebit = {
  readonly installment: number
  /** How many the contract has. */
  readonly of: number
  readonly reasons: readonly DebitReason[]
}

export function debitReasons(debit: ReasonedDebit, locale: Locale): string[] {
  return debit.reasons.map((reason) => sentence(reason, debit, locale))
}

function sentence(reason: DebitReason, debit: ReasonedDebit, locale: Locale): string {
  const w = words(locale).autopay.reasons
  const count = (value: number) => formatCount(value, locale)
  const [number, of] = [count(debit.installment), count(debit.of)]
  switch (reason.code) {
    case 'installment':
    case 'alreadyPaid':
    case 'covered':
      return w[reason.code](number, of)
    case 'part':
      return w.part(count(reason.part), count(reason.parts))
    case 'extra':
    case 'pastDueApart':
    case 'chargesApart':
    case 'chargesTaken':
      return w[reason.code](formatMoney(reason.amount, locale))
    case 'reduced':
      return w.reduced(formatMoney(reason.by, locale))
    case 'noticed':
      return w.noticed(formatMoney(reason.wanted, locale))
    case 'fixed':
    case 'closes':
    case 'lastPayment':
    case 'setOtherwise':
    case 'canceled':
    case 'paused':
    case 'needsAttention':
      return w[reason.code]
  }
}
