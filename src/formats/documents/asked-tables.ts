// What the papers that are asked for have in common: the frame, and columns of where money went.
import type { PaidParts } from '#src/domain/account/statement/year-of-loan.ts'
import { formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import type { AskedFacts, CommonFacts } from './document-facts.ts'
import type { SheetFrame } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'

export function tablesFrame(
  facts: AskedFacts,
  title: string,
): SheetFrame & { readonly template: 'tables' } {
  return { ...askedFrame(facts, title), template: 'tables' }
}

export function askedFrame(facts: AskedFacts, title: string): SheetFrame {
  const { kinds, print, receipt } = words(facts.locale).documents
  return frameOf(facts, {
    title,
    kind: kinds[facts.kind],
    checkHeading: receipt.check,
    codeLabel: print.documentCode,
  })
}

/** `total`: of all rows. What no row has gets no column. */
export function paidHeads({ locale }: CommonFacts, total: PaidParts): string[] {
  const w = words(locale).documents.askedPapers
  return [w.paid, w.interest, w.principal, w.charges, ...(total.other === 0 ? [] : [w.other])]
}

export function paidCells({ locale }: CommonFacts, row: PaidParts, total: PaidParts): string[] {
  const { paid, interest, principal, charges, other } = row
  const amounts = [paid, interest, principal, charges, ...(total.other === 0 ? [] : [other])]
  return amounts.map((amount) => formatMoney(amount, locale))
}
