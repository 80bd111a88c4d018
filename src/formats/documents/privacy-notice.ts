// The privacy notice as the federal model form has it (12 CFR 1016, appendix): the two pages of the
// form, and apart from them what every paper of ours carries.
import {
  canLimitAny,
  type PrivacyNotice,
  SHARING_REASONS,
  type Sharing,
} from '#src/domain/privacy-notice.ts'
import { formatDate } from '#src/words/format.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'
import type { LenderFacts, PrivacyNoticeFacts } from './document-facts.ts'
import type { NoticeBody } from './notice-body.ts'
import { definitionRows, practiceRows } from './privacy-rows.ts'
import type { PrivacySheet } from './sheet.ts'
import { frameOf } from './sheet-frame.ts'

type Of = {
  readonly notice: PrivacyNotice
  readonly lender: Pick<LenderFacts, 'legalName' | 'phone' | 'portalHost'>
  readonly locale: Locale
  readonly on: PrivacyNoticeFacts['on']
}

/** In the language of the facts. */
export function privacyNoticeSheet(facts: PrivacyNoticeFacts): PrivacySheet {
  const { kinds, print, privacyNotice: w, receipt } = words(facts.locale).documents
  const day = formatDate(facts.on, facts.locale, 'dated')
  return {
    ...frameOf(facts, {
      title: w.fileTitle(facts.lender.legalName, day),
      kind: kinds.privacyNotice,
      checkHeading: receipt.check,
      codeLabel: print.documentCode,
    }),
    template: 'privacy-notice',
    body: noticeBody(facts),
    copy: { heading: w.copy, text: w.copyText },
  }
}

/** What the form says, for the paper and for the page that shows it. */
export function noticeBody(of: Of): NoticeBody {
  const { notice, lender, locale, on } = of
  const w = words(locale).documents.privacyNotice
  return {
    revised: w.revised(formatDate(on, locale, 'month')),
    facts: w.facts,
    title: w.title(lender.legalName),
    key: [
      { label: w.why, text: [w.whyText], bullets: [], after: [] },
      whatRow(of),
      { label: w.how, text: [w.howText(lender.legalName)], bullets: [], after: [] },
    ],
    table: {
      heads: [w.heads.reason, w.heads.shares(lender.legalName), w.heads.limit],
      rows: SHARING_REASONS.flatMap((reason) => {
        const line = notice.sharing[reason]
        return line ? [[w.reasons[reason], ...answers(line, locale)]] : []
      }),
    },
    limit: limitRow(of),
    questions: {
      label: w.questions,
      text: [w.questionsText(lender.phone, lender.portalHost)],
      ...{ bullets: [], after: [] },
    },
    practices: { heading: w.whatWeDo, rows: practiceRows(of) },
    definitions: { heading: w.definitions, rows: definitionRows(of) },
    other: notice.otherInformation
      ? { heading: w.other, text: notice.otherInformation.text[locale] }
      : null,
  }
}

/** The Social Security number first, then five terms (C.2(b)). */
function whatRow({ notice, locale }: Of): NoticeBody['key'][number] {
  const w = words(locale).documents.privacyNotice
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = notice.collects.map(
    (term) => w.collects[term],
  )
  return {
    label: w.what,
    text: [w.whatText],
    bullets: [w.socialSecurity(first), w.pair(second, third), w.pair(fourth, fifth)],
    // A notice with an opt-out says it under "Please note".
    after: canLimitAny(notice) ? [] : [w.former],
  }
}

function answers({ shares, canLimit }: Sharing, locale: Locale): [string, string] {
  const w = words(locale).documents.privacyNotice
  if (!shares) return [w.no, w.notShared]
  return [w.yes, canLimit ? w.yes : w.no]
}

function limitRow({ notice: { optOut }, locale }: Of): NoticeBody['limit'] {
  if (!optOut) return null
  const w = words(locale).documents.privacyNotice
  const { phone, website, days } = optOut
  const call = phone === undefined ? [] : [w.limitCall(phone)]
  const visit = website === undefined ? [] : [w.limitVisit(website)]
  return {
    label: w.limit,
    text: [],
    bullets: visit.length > 0 ? [...call.map((way) => `${way} ${w.or}`), ...visit] : call,
    after: [`${w.pleaseNote} ${w.noteNew(String(days))}`, w.noteAnyTime],
  }
}
