import { createHash } from 'node:crypto'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, date } from '#src/domain/calendar.ts'
import type { OwnFacts, PrivacyNoticeFacts } from '#src/formats/documents/document-facts.ts'
import { privacyNoticeSheet } from '#src/formats/documents/privacy-notice.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import {
  findLenderPaper,
  insertLenderPaper,
  type LenderPaper,
} from '#src/store/documents/lender-papers.ts'
import { businessDay } from '../business-day.ts'
import { ownFacts } from '../documents/own-facts.ts'
import type { PaperContext } from '../documents/paper-context.ts'
import { noticeSubject } from './notice-version.ts'

/** A paper with what it says. */
export type PrintedNotice = { readonly paper: LenderPaper; readonly facts: PrivacyNoticeFacts }

/**
 * The lender's privacy notice in a language, printed once for each version; null where the lender's
 * file has none. Its bytes are on the disk before its row commits.
 */
export async function printPrivacyNotice(
  ctx: PaperContext,
  locale: OwnFacts['locale'],
): Promise<PrintedNotice | null> {
  const { privacyNotice: notice } = ctx.lender
  if (!notice) return null
  const writtenOn = await businessDay(ctx.db)
  const subject = noticeSubject(ctx.lender, notice, writtenOn)
  const same = { kind: 'privacyNotice', subject, locale } as const
  const kept = await findLenderPaper(ctx.db, same)
  if (kept) return printed(kept)
  const facts: PrivacyNoticeFacts = {
    ...ownFacts(ctx, { locale, writtenOn }),
    ...{ kind: 'privacyNotice', on: date(notice.revised), notice },
  }
  await keep(ctx, same, { facts, writtenOn })
  const paper = await findLenderPaper(ctx.db, same)
  assert(paper, 'a notice that was printed is kept')
  return printed(paper)
}

/** Of two at the same moment the paper of the first stands. */
async function keep(
  ctx: PaperContext,
  same: Pick<LenderPaper, 'kind' | 'subject' | 'locale'>,
  of: { readonly facts: PrivacyNoticeFacts; readonly writtenOn: CivilDate },
): Promise<void> {
  const { facts, writtenOn: onDate } = of
  const text = canonicalJson(facts)
  const bytes = await ctx.printer.print(privacyNoticeSheet(facts))
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  await ctx.db.transaction().execute((tx) =>
    insertLenderPaper(tx, ctx.vault, {
      ...{ ...same, id: facts.id, code: facts.code, onDate, facts: text, digest },
      ...{ signature: ctx.vault.sign(text), size: bytes.length, createdAt: facts.madeAt },
    }),
  )
}

function printed(paper: LenderPaper): PrintedNotice {
  return { paper, facts: JSON.parse(paper.facts) as PrivacyNoticeFacts }
}
