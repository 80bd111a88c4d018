// A paper from outside, such as a signed contract, is looked through, its bytes are on the disk,
// and only then its row commits.
import { createHash } from 'node:crypto'
import type { CheckPdf } from '#src/formats/attached/check-pdf.ts'
import type { PdfProblem } from '#src/formats/attached/pdf-judgement.ts'
import type { Files } from '#src/gateways/files.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { Tx } from '#src/store/database.ts'
import { findAttachedByForm } from '#src/store/documents/attached-papers.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { type Keeping, keepAttached, type PaperToKeep } from './keep-attached.ts'

/** Judges papers and keeps their bytes. */
export type PaperGate = { readonly files: Files; readonly checkPdf: CheckPdf }

export type NewPaper = PaperToKeep & { readonly bytes: Uint8Array }

/** `same`: these bytes stand on the account already. `replaced`: that paper has a newer one. */
export type AttachAnswer =
  | { readonly is: 'done'; readonly paperId: string }
  | { readonly is: 'notFound' }
  | { readonly is: 'same' | 'replaced' }
  | { readonly is: 'refused'; readonly problem: PdfProblem }

/**
 * Attaches a PDF to an account and tells who may see it. Refuses what is no whole, open PDF, or
 * holds what a viewer could act on. A form that is sent twice attaches one.
 */
export async function attachPaper(
  ctx: DeskServicing & PaperGate,
  of: {
    readonly permit: StaffPermit<'attachPaper'>
    readonly accountId: string
    readonly paper: NewPaper
  },
): Promise<AttachAnswer> {
  const { accountId, permit } = of
  const { bytes, ...paper } = of.paper
  const known = await findAttachedByForm(ctx.db, { accountId, formKey: paper.formKey })
  if (known !== null) return { is: 'done', paperId: known }
  const judged = await ctx.checkPdf(bytes)
  if (!judged.ok) return { is: 'refused', problem: judged.problem }
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  const { pages } = judged
  const { staffId } = permit.session
  const keeping = { accountId, paper, digest, pages, size: bytes.length, staffId }
  return ctx.db.transaction().execute((tx) => keepAndNote(ctx, tx, { permit, keeping }))
}

async function keepAndNote(
  ctx: DeskServicing,
  tx: Tx,
  of: { readonly permit: StaffPermit<'attachPaper'>; readonly keeping: Keeping },
): Promise<AttachAnswer> {
  const { permit, keeping } = of
  const answer = await keepAttached(ctx, tx, keeping)
  if (answer.is === 'known') return { is: 'done', paperId: answer.paperId }
  if (answer.is !== 'kept') return { is: answer.is }
  const { paperId } = answer
  const { accountId, digest } = keeping
  const { kind, replaces } = keeping.paper
  await noteAct(ctx, tx, {
    ...{ permit, accountId, action: 'paper attached', staffAction: 'staffAttachedPaper' },
    details: {
      ...{ paper: paperId, kind, digest: digest.toString('hex') },
      ...(replaces !== null && { replaces }),
    },
    about: { paper: paperId },
  })
  return { is: 'done', paperId }
}
