import { type CivilDate, partsOf } from '#src/domain/calendar.ts'
import { isGivenYearly, type PrivacyNotice } from '#src/domain/privacy-notice.ts'
import type { LenderFacts } from '#src/formats/documents/document-facts.ts'
import type { LenderFile } from '../../lender-file.ts'
import { lenderFacts } from '../documents/own-facts.ts'
import { paperSubject } from '../documents/paper-subject.ts'

/**
 * Which paper it is: another one where what it says changed, and each calendar year where the law
 * asks for it every year (12 CFR 1016.5(a), with its exception in (e)).
 */
export function noticeSubject(lender: LenderFile, notice: PrivacyNotice, on: CivilDate): string {
  const version = noticeVersion({ lender: lenderFacts(lender), notice })
  return paperSubject({ version, year: isGivenYearly(notice) ? partsOf(on).year : null })
}

/** What it says, whenever it was printed and in whatever language. */
export function noticeVersion(of: {
  readonly lender: LenderFacts
  readonly notice: PrivacyNotice
}): string {
  const { lender, notice } = of
  return paperSubject({ lender, notice })
}
