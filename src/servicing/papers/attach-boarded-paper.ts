// A paper that a boarding file names. The same file of the same account is attached once, however
// often the command runs or is ended, and not again once it was taken off.
import { createHash } from 'node:crypto'
import type { NamedPaper } from '#src/domain/account/boarding.ts'
import type { PaperOutcome, PaperRefusal } from '#src/formats/attached/paper-report.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { readAllAttached } from '#src/store/documents/attached-papers.ts'
import type { ServicingContext } from '../context.ts'
import { paperSubject } from '../documents/paper-subject.ts'
import type { PaperGate } from './attach-paper.ts'
import { type Keeping, keepAttached } from './keep-attached.ts'

type BoardedPaper = {
  readonly accountId: string
  readonly paper: NamedPaper
  readonly bytes: Uint8Array
  /** Where the boarding file names it. */
  readonly source: string
  readonly line: number
}

/** Judged as the desk's papers are, and whoever may see it is told. */
export async function attachBoardedPaper(
  ctx: ServicingContext & PaperGate,
  of: BoardedPaper,
): Promise<PaperOutcome> {
  const { accountId, bytes } = of
  const digest = createHash('sha256').update(bytes).digest()
  const before = await standing(ctx, { accountId, digest })
  if (before !== null) return { is: before }
  const obligorId = await seer(ctx, of)
  if (obligorId === undefined) return refused({ is: 'nobody' })
  const judged = await ctx.checkPdf(bytes)
  if (!judged.ok) return refused(judged.problem)
  await ctx.files.put(digest, bytes)
  const { file: _, seenBy: __, on: onDate, ...own } = of.paper
  const paper = { ...own, onDate, obligorId, replaces: null, formKey: keyOf(accountId, digest) }
  const size = bytes.length
  const keeping = { accountId, paper, digest, size, pages: judged.pages, staffId: null }
  return ctx.db.transaction().execute((tx) => keepAndNote(ctx, tx, { ...of, keeping }))
}

function refused(problem: PaperRefusal): PaperOutcome {
  return { is: 'refused', problem }
}

/** The bytes and the account are the form: the same twice is one paper. */
function keyOf(accountId: string, digest: Buffer): string {
  return paperSubject({ from: 'boarding', accountId, digest: digest.toString('hex') })
}

/** Spares a rerun from judging each paper again. */
async function standing(
  ctx: ServicingContext,
  of: { readonly accountId: string; readonly digest: Buffer },
): Promise<'there' | 'takenOff' | null> {
  const all = await readAllAttached(ctx.db, of.accountId)
  const same = all.filter(({ digest }) => digest.equals(of.digest))
  if (same.length === 0) return null
  return same.some(({ removedAt }) => removedAt === null) ? 'there' : 'takenOff'
}

/** Who alone sees it; null: everybody. Undefined: the account has nobody of the kind. */
async function seer(
  ctx: ServicingContext,
  { accountId, paper }: BoardedPaper,
): Promise<string | null | undefined> {
  if (paper.seenBy === 'everybody') return null
  const people = await readObligors(ctx.db, ctx.vault, accountId)
  return people.find(({ details }) => details.role === paper.seenBy)?.id
}

async function keepAndNote(
  ctx: ServicingContext,
  tx: Tx,
  of: Pick<BoardedPaper, 'source' | 'line'> & { readonly keeping: Keeping },
): Promise<PaperOutcome> {
  const { source, line, keeping } = of
  const answer = await keepAttached(ctx, tx, keeping)
  if (answer.is === 'notFound') return refused({ is: 'nobody' })
  if (answer.is !== 'kept') return { is: 'there' }
  // As it is now: what followed from the paper has lines of its own.
  const account = await lockAccount(tx, keeping.accountId)
  if (!account) throw new Error('broken invariant: an account that is held exists')
  const entry = {
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    actor: { kind: 'system', id: 'boarding' },
    action: 'paper attached',
    details: {
      ...{ source, line, paper: answer.paperId, kind: keeping.paper.kind },
      digest: keeping.digest.toString('hex'),
    },
  } as const
  await appendAccountAudit(tx, ctx.vault, { account, entry })
  return { is: 'attached' }
}
