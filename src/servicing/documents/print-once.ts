import { assert } from '#src/domain/assert.ts'
import type { AccountFacts, DocumentFacts } from '#src/formats/documents/document-facts.ts'
import type { Sheet } from '#src/formats/documents/sheet.ts'
import { findPaper, type SamePaper } from '#src/store/documents/documents.ts'
import type { Owner } from '../context.ts'
import { keepPaper } from './keep-paper.ts'
import type { PaperContext } from './paper-context.ts'
import { paperSubject } from './paper-subject.ts'

/** A paper that an owner asks for: where it was printed already, it is that one. */
export async function printOnce(
  ctx: PaperContext,
  { obligorId }: Owner,
  same: SamePaper,
  make: () => Promise<{ readonly facts: DocumentFacts; readonly sheet: Sheet }>,
): Promise<{ readonly documentId: string }> {
  const kept = await findPaper(ctx.db, ctx.vault, same)
  if (kept) return { documentId: kept.id }
  const actor = { kind: 'obligor', id: obligorId } as const
  const printed = await keepPaper(ctx, { ...(await make()), same, actor })
  assert(printed, 'nothing keeps such a paper from being kept')
  return printed
}

/**
 * One for its owner alone whose subject is all that it says: where anything of it became another
 * one since, a name or an address too, it is another paper.
 */
export function printAsSaid<F extends AccountFacts>(
  ctx: PaperContext,
  owner: Owner,
  facts: F,
  sheetOf: (facts: F) => Sheet,
): Promise<{ readonly documentId: string }> {
  const { id: _id, code: _code, madeAt: _madeAt, writtenOn: _writtenOn, ...said } = facts
  const { accountId, obligorId } = owner
  const { kind, locale } = facts
  const same = { accountId, obligorId, kind, locale, subject: paperSubject(said) }
  return printOnce(ctx, owner, same, async () => ({ facts, sheet: sheetOf(facts) }))
}
