import { assert } from '#src/domain/assert.ts'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import type { Sheet } from '#src/formats/documents/sheet.ts'
import { findPaper, type SamePaper } from '#src/store/documents/documents.ts'
import type { Owner } from '../context.ts'
import { keepPaper } from './keep-paper.ts'
import type { PaperContext } from './paper-context.ts'

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
