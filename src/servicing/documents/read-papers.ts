import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import { type KeptDocument, readDocument, readDocuments } from '#src/store/documents/documents.ts'
import type { Owner, ServicingContext } from '../context.ts'
import type { PaperContext } from './paper-context.ts'

const MOST_LISTED = 1_000

export type Paper = {
  readonly id: string
  readonly facts: DocumentFacts
  readonly size: number
}

/** An obligor's papers, newest first. */
export async function listPapers(ctx: ServicingContext, owner: Owner): Promise<Paper[]> {
  const { accountId, obligorId } = owner
  const of = { accountId, obligorId, limit: MOST_LISTED }
  const kept = await readDocuments(ctx.db, ctx.vault, of)
  return kept.map(paperOf)
}

/** One of them with its bytes as they were printed. */
export async function openPaper(
  ctx: PaperContext,
  owner: Owner,
  id: string,
): Promise<Outcome<Paper & { readonly bytes: Buffer }>> {
  const { accountId, obligorId } = owner
  const kept = await readDocument(ctx.db, ctx.vault, { accountId, obligorId, id })
  if (!kept) return refused({ code: 'documentNotFound' })
  return accepted({ ...paperOf(kept), bytes: await ctx.files.get(kept.digest) })
}

/** An obligor's papers of a year, or all, oldest first; each is read when it is asked for. */
export async function papersToRead(
  ctx: PaperContext,
  owner: Owner,
  year: string | null,
): Promise<readonly (Paper & { readonly read: () => Promise<Buffer> })[]> {
  const { accountId, obligorId } = owner
  const of = { accountId, obligorId, limit: MOST_LISTED }
  const kept = await readDocuments(ctx.db, ctx.vault, of)
  return kept
    .map((one) => ({ ...paperOf(one), read: () => ctx.files.get(one.digest) }))
    .filter(({ facts }) => year === null || facts.on.slice(0, 4) === year)
    .reverse()
}

function paperOf(kept: KeptDocument): Paper {
  return { id: kept.id, facts: JSON.parse(kept.facts) as DocumentFacts, size: kept.size }
}
