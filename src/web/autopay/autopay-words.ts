// Terms of an autopay in sentences, and the permission that is agreed to.
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { termAmount, termDay } from '#src/formats/documents/autopay-terms.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { accountWithin } from '../payments/payment-words.ts'
import type { Reader } from '../reader.ts'

export function amountWords(terms: AutopayTerms, { locale }: Reader): string {
  return termAmount(terms, locale)
}

export function dayWords(terms: AutopayTerms, { locale }: Reader): string {
  return termDay(terms, locale)
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
