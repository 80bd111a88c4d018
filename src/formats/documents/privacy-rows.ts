// The second page of the model form: questions with their answers, and its definitions.
import type { PrivacyNotice } from '#src/domain/privacy-notice.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'
import type { NoticeRow } from './notice-body.ts'

type Of = {
  readonly notice: PrivacyNotice
  readonly lender: { readonly legalName: string }
  readonly locale: Locale
}

export function practiceRows(of: Of): NoticeRow[] {
  const { notice, lender, locale } = of
  const w = words(locale).documents.privacyNotice
  const { safeguards, optOut, otherInformation } = notice
  const none = { bullets: [], after: [] }
  return [
    {
      label: w.protect(lender.legalName),
      text: [w.protectText, ...(safeguards ? [safeguards[locale]] : [])],
      ...none,
    },
    collectRow(of),
    {
      label: w.whyNotAll,
      text: [w.whyNotAllText],
      bullets: w.rights,
      after: [[w.moreRights, ...(otherInformation?.isStateLaw ? [w.seeBelow] : [])].join(' ')],
    },
    // Only institutions that offer a choice ask it (C.3(a)(5)).
    ...(optOut ? [{ label: w.joint, text: [w.jointChoices[optOut.jointChoices]], ...none }] : []),
  ]
}

function collectRow({ notice, lender, locale }: Of): NoticeRow {
  const w = words(locale).documents.privacyNotice
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = notice.collectedWhen.map(
    (occasion) => w.collectedWhen[occasion],
  )
  const { collectsFromOthers: others } = notice
  return {
    label: w.collect(lender.legalName),
    text: [w.collectText],
    bullets: [w.orPair(first, second), w.orPair(third, fourth), fifth],
    after: others === 'nobody' ? [] : [w.fromOthers[others]],
  }
}

export function definitionRows({ notice, lender, locale }: Of): NoticeRow[] {
  const w = words(locale).documents.privacyNotice
  const { affiliates, nonaffiliates, jointMarketing } = notice
  const { legalName } = lender
  const row = (label: string, text: string, bullet: string) => ({
    ...{ label, text: [text], bullets: [bullet], after: [] },
  })
  return [
    row(
      w.affiliates,
      w.affiliatesText,
      typeof affiliates === 'string'
        ? w.affiliatesAre[affiliates](legalName)
        : w.affiliatesNamed(affiliates[locale]),
    ),
    row(
      w.nonaffiliates,
      w.nonaffiliatesText,
      nonaffiliates ? w.nonaffiliatesNamed(nonaffiliates[locale]) : w.nonaffiliatesNone(legalName),
    ),
    row(
      w.jointMarketing,
      w.jointMarketingText,
      jointMarketing
        ? w.jointMarketingNamed(jointMarketing[locale])
        : w.jointMarketingNone(legalName),
    ),
  ]
}
