import { assert } from '#src/domain/assert.ts'
import type { PrivacyNoticeFacts } from '#src/formats/documents/document-facts.ts'
import { readLenderPaperByCode } from '#src/store/documents/lender-papers.ts'
import type { ServicingContext } from '../context.ts'
import { lenderFacts } from '../documents/own-facts.ts'
import { noticeVersion } from './notice-version.ts'

/** What anybody may know who holds one: all of it. */
export type CheckedNotice = Pick<PrivacyNoticeFacts, 'kind' | 'code' | 'writtenOn' | 'on'> & {
  readonly state: 'genuine' | 'superseded'
}

/** A paper of the lender by its code; null: none has it. */
export async function checkLenderPaper(
  { db, vault, lender }: Pick<ServicingContext, 'db' | 'vault' | 'lender'>,
  asked: string,
): Promise<CheckedNotice | null> {
  const paper = await readLenderPaperByCode(db, vault, asked)
  if (!paper) return null
  assert(vault.isSigned(paper.facts, paper.signature), `paper ${paper.id} is as we signed it`)
  const facts = JSON.parse(paper.facts) as PrivacyNoticeFacts
  const { kind, code, writtenOn, on } = facts
  const { privacyNotice: notice } = lender
  const isNow =
    notice !== undefined &&
    noticeVersion({ lender: lenderFacts(lender), notice }) === noticeVersion(facts)
  return { kind, code, writtenOn, on, state: isNow ? 'genuine' : 'superseded' }
}
