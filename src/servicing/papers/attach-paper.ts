// A paper from outside, such as a signed contract, is looked through, its bytes are on the disk,
// and only then its row commits.
import { createHash } from 'node:crypto'
import type { AttachedKind } from '#src/domain/attached-kinds.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { CheckPdf } from '#src/formats/attached/check-pdf.ts'
import type { PdfProblem } from '#src/formats/attached/pdf-judgement.ts'
import type { Files } from '#src/gateways/files.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { obligorsOf } from '#src/store/accounts/notice-days.ts'
import type { Tx } from '#src/store/database.ts'
import {
  findAttachedByForm,
  insertAttachedPaper,
  readAllAttached,
} from '#src/store/documents/attached-papers.ts'
import { businessDay } from '../business-day.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { tellOfAttached } from './tell-of-attached.ts'

export type AttachContext = DeskServicing & { readonly files: Files; readonly checkPdf: CheckPdf }

export type NewPaper = {
  readonly kind: AttachedKind
  /** 1 to 120 characters, without any number of an account. */
  readonly title: string
  readonly onDate: CivilDate
  readonly locale: 'en' | 'es'
  /** Who alone sees it; null: everybody who owes. */
  readonly obligorId: string | null
  /** The paper in whose place it comes; null: none. */
  readonly replaces: string | null
  readonly bytes: Uint8Array
  readonly formKey: string
}

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
  ctx: AttachContext,
  of: {
    readonly permit: StaffPermit<'attachPaper'>
    readonly accountId: string
    readonly paper: NewPaper
  },
): Promise<AttachAnswer> {
  const { accountId, paper } = of
  const known = await findAttachedByForm(ctx.db, { accountId, formKey: paper.formKey })
  if (known !== null) return { is: 'done', paperId: known }
  const judged = await ctx.checkPdf(paper.bytes)
  if (!judged.ok) return { is: 'refused', problem: judged.problem }
  const digest = createHash('sha256').update(paper.bytes).digest()
  await ctx.files.put(digest, paper.bytes)
  const { pages } = judged
  return ctx.db.transaction().execute((tx) => keep(ctx, tx, { ...of, digest, pages }))
}

async function keep(
  ctx: AttachContext,
  tx: Tx,
  of: Parameters<typeof attachPaper>[1] & { readonly digest: Buffer; readonly pages: number },
): Promise<AttachAnswer> {
  const { permit, accountId, paper, digest, pages } = of
  if (!(await lockAccount(tx, accountId))) return { is: 'notFound' }
  const { bytes, formKey, ...own } = paper
  const known = await findAttachedByForm(tx, { accountId, formKey })
  if (known !== null) return { is: 'done', paperId: known }
  const refused = await problemOf(tx, of)
  if (refused !== null) return { is: refused }
  const id = ctx.newId()
  await insertAttachedPaper(tx, {
    ...{ ...own, accountId, id, digest, pages, formKey, size: bytes.length },
    attachedBy: permit.session.staffId,
    attachedOn: await businessDay(tx),
    attachedAt: ctx.clock.now(),
  })
  await tellOfAttached(ctx, tx, { ...own, accountId, template: 'paperAttached' })
  const { kind, replaces } = paper
  await noteAct(ctx, tx, {
    ...{ permit, accountId, action: 'paper attached', staffAction: 'staffAttachedPaper' },
    details: {
      ...{ paper: id, kind, digest: digest.toString('hex') },
      ...(replaces !== null && { replaces }),
    },
    about: { paper: id },
  })
  return { is: 'done', paperId: id }
}

async function problemOf(
  tx: Tx,
  of: { readonly accountId: string; readonly paper: NewPaper; readonly digest: Buffer },
): Promise<'notFound' | 'same' | 'replaced' | null> {
  const { accountId, paper, digest } = of
  const { obligorId, replaces } = paper
  const people = (await obligorsOf(tx, [accountId])).get(accountId) ?? []
  if (obligorId !== null && !people.includes(obligorId)) return 'notFound'
  const there = await readAllAttached(tx, accountId)
  if (there.some((one) => one.removedAt === null && one.digest.equals(digest))) return 'same'
  if (replaces === null) return null
  const before = there.find(({ id }) => id === replaces)
  if (!before || before.removedAt !== null) return 'notFound'
  return before.replacedBy === null ? null : 'replaced'
}
