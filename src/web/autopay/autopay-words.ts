// Terms of an autopay in sentences, and the permission that is agreed to.
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { accountWithin } from '../payments/payment-words.ts'
import type { Reader } from '../reader.ts'

export function amountWords({ amount }: AutopayTerms, reader: Reader): string {
  const w = reader.words.autopay.pages.amounts
  switch (amount.kind) {
    case 'installment':
      return w.installment
    case 'plusExtra':
      return w.plusExtra(reader.money(amount.extra))
    case 'fixed':
      return w.fixed(reader.money(amount.amount))
  }
}

export function dayWords({ day }: AutopayTerms, reader: Reader): string {
  const w = reader.words.autopay.pages.days
  switch (day.kind) {
    case 'dueDate':
      return w.dueDate
    case 'daysBefore':
      return w.daysBefore(day.days)
    case 'dayOfMonth':
      return w.dayOfMonth(String(day.day))
    case 'twiceAMonth':
      return w.twiceAMonth(String(day.days[0]), String(day.days[1]))
    case 'everyTwoWeeks':
      return w.everyTwoWeeks(reader.date(day.anchor, 'dated'))
  }
}

/** The exact words agreed to; shown, kept and mailed. */
export function permissionOf(
  of: { terms: AutopayTerms; fundingAccount: FundingAccount; ending: string },
  at: { ctx: ServicingContext; reader: Reader },
): string {
  const { terms, fundingAccount, ending } = of
  const { ctx, reader } = at
  const { begins, ends, charges } = terms
  return reader.words.autopay.form.authorization({
    lender: ctx.lender.name,
    account: accountWithin(fundingAccount, reader),
    bank: fundingAccount.bankName,
    byCard: fundingAccount.kind === 'card',
    ending,
    amount: within(amountWords(terms, reader)),
    day: within(dayWords(terms, reader)),
    begins: reader.date(begins, 'dated'),
    ends: ends && reader.date(ends, 'dated'),
    charges,
    phone: ctx.lender.phone,
  })
}

/** Within a sentence. */
function within(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
