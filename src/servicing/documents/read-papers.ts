import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { PaperFacts } from '#src/formats/attached/attached-facts.ts'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import {
  type KeptAttached,
  readOwnAttached,
  readOwnAttachedPaper,
} from '#src/store/documents/attached-papers.ts'
import { type KeptDocument, readDocument, readDocuments } from '#src/store/documents/documents.ts'
import type { Owner, ServicingContext } from '../context.ts'
import type { PaperContext } from './paper-context.ts'
import { factsIn } from './statement-facts.ts'

const MOST_LISTED = 1_000
/** Of a life of it: no account has as many. */
const ALL = 100_000

type KeptPaper = {
  readonly id: string
  /** As we printed it and signed it, or of one that was attached. */
  readonly facts: PaperFacts
  readonly size: number
  /** The day it is of; of one that was attached, the one that stands on it. */
  readonly dated: CivilDate
}

export type Paper = KeptPaper & {
  /** When a corrected statement took its place; null of any other paper, and where it holds. */
  readonly replacedOn: CivilDate | null
}

/**
 * An obligor's papers, those we printed and those that were attached: the newest day first, of one
 * day what came last.
 */
export async function listPapers(ctx: ServicingContext, owner: Owner): Promise<Paper[]> {
  return (await ownPapers(ctx, owner, MOST_LISTED)).map(({ paper }) => paper)
}

/** One of them with its bytes as they were printed or attached. */
export async function openPaper(
  ctx: PaperContext,
  owner: Owner,
  id: string,
): Promise<Outcome<KeptPaper & { readonly bytes: Buffer }>> {
  const { accountId, obligorId } = owner
  const of = { accountId, obligorId, id }
  const printed = await readDocument(ctx.db, ctx.vault, of)
  const kept = printed
    ? { paper: paperOf(printed), digest: printed.digest }
    : await attachedPaper(ctx, of)
  if (!kept) return refused({ code: 'documentNotFound' })
  return accepted({ ...kept.paper, bytes: await ctx.files.get(kept.digest) })
}

/** An obligor's papers of a year, or all, oldest first; each is read when it is asked for. */
export async function papersToRead(
  ctx: PaperContext,
  owner: Owner,
  year: string | null,
): Promise<readonly (Paper & { readonly read: () => Promise<Buffer> })[]> {
  return (await ownPapers(ctx, owner, ALL))
    .map(({ paper, digest }) => ({ ...paper, read: () => ctx.files.get(digest) }))
    .filter(({ facts }) => year === null || facts.on.slice(0, 4) === year)
    .reverse()
}

type Kept = { readonly paper: Paper; readonly digest: Buffer }

async function ownPapers(
  ctx: ServicingContext,
  { accountId, obligorId }: Owner,
  limit: number,
): Promise<Kept[]> {
  const of = { accountId, obligorId, limit }
  const [printed, attached] = await Promise.all([
    readDocuments(ctx.db, ctx.vault, of),
    readOwnAttached(ctx.db, of),
  ])
  const all = [
    ...printed.map((one) => ({ paper: listedOf(one, printed), digest: one.digest })),
    ...attached.map((one) => ({ paper: attachedOf(one), digest: one.digest })),
  ]
  // What was made later has a later id.
  const order = ({ paper: { dated, id } }: Kept) => `${dated} ${id}`
  return all.sort((a, b) => (order(a) < order(b) ? 1 : -1))
}

async function attachedPaper(
  ctx: ServicingContext,
  of: Parameters<typeof readOwnAttachedPaper>[1],
): Promise<Kept | null> {
  const found = await readOwnAttachedPaper(ctx.db, of)
  return found && { paper: attachedOf(found), digest: found.digest }
}

function paperOf(kept: KeptDocument): KeptPaper {
  const { id, size, onDate: dated } = kept
  return { id, size, dated, facts: JSON.parse(kept.facts) as DocumentFacts }
}

function listedOf(kept: KeptDocument, all: readonly KeptDocument[]): Paper {
  const newer = kept.kind === 'statement' ? all.find((one) => isInPlaceOf(one, kept)) : undefined
  return { ...paperOf(kept), replacedOn: newer ? factsIn(newer).writtenOn : null }
}

function isInPlaceOf(one: KeptDocument, kept: KeptDocument): boolean {
  const { kind, onDate, correction } = one
  return kind === 'statement' && onDate === kept.onDate && correction === kept.correction + 1
}

function attachedOf(kept: KeptAttached): Paper {
  const { id, kind, title, size, locale, accountNumber } = kept
  return {
    ...{ id, size, dated: kept.onDate, replacedOn: null },
    facts: {
      ...{ kind, title, locale, code: null, on: kept.onDate, writtenOn: kept.attachedOn },
      ...{ madeAt: kept.attachedAt, accountEnding: accountNumber.slice(-4) },
      isReplaced: kept.replacedBy !== null,
    },
  }
}
