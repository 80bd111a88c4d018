// The terms of an autopay as rows of a paper, in the words of its page.
import type { AutopayTerms } from '#src/domain/autopay/autopay-terms.ts'
import { formatDate, formatMoney } from '#src/words/format.ts'
import { LOCALES, type Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'
import type { SheetTable } from './sheet.ts'

export function termRows(of: {
  readonly terms: AutopayTerms
  readonly locale: Locale
}): SheetTable['rows'] {
  const { terms, locale } = of
  const w = words(locale).autopay.pages.plan
  const rows: [string, string][] = [
    [w.amount, termAmount(terms, locale)],
    [w.day, termDay(terms, locale)],
    [w.charges, terms.charges === 'taken' ? w.chargesTaken : w.chargesNotTaken],
    [w.begins, formatDate(terms.begins, locale, 'dated')],
    [w.ends, terms.ends === null ? w.never : formatDate(terms.ends, locale, 'dated')],
  ]
  return rows.map((cells) => ({ cells }))
}

/**
 * The language in which a permission was given, by how ours begin: whoever hears the paper read
 * hears it so. Of words that are none of ours, the paper's.
 */
export function permissionLanguage({ text, locale }: { text: string; locale: Locale }): Locale {
  const ours = [locale, ...LOCALES].find((each) => text.startsWith(beginningOf(each)))
  return ours ?? locale
}

/** Up to the lender's name. */
function beginningOf(locale: Locale): string {
  const facts = { lender: '\n', account: '', bank: '', ending: '', amount: '', day: '' }
  const others = { begins: '', ends: null, byCard: false, charges: 'notTaken', phone: '' } as const
  const [beginning = ''] = words(locale)
    .autopay.form.authorization({ ...facts, ...others })
    .split('\n')
  return beginning
}

export function termAmount({ amount }: AutopayTerms, locale: Locale): string {
  const w = words(locale).autopay.pages.amounts
  switch (amount.kind) {
    case 'installment':
      return w.installment
    case 'plusExtra':
      return w.plusExtra(formatMoney(amount.extra, locale))
    case 'fixed':
      return w.fixed(formatMoney(amount.amount, locale))
  }
}

export function termDay({ day }: AutopayTerms, locale: Locale): string {
  const w = words(locale).autopay.pages.days
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
      return w.everyTwoWeeks(formatDate(day.anchor, locale, 'dated'))
  }
}
