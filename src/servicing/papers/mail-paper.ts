// A paper by mail because somebody asked for it on a call, as the notice about papers online
// promises (15 USC 7001(c)(1)(B)(iv)): once, without a fee, to the address of who asked.
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { insertAccountMessages } from '#src/store/accounts/account-messages.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { type Obligor, readObligor } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import { insertAskedLetter } from '#src/store/documents/asked-letters.ts'
import { type MailedPaper, mailedPaper } from '#src/store/documents/mailed-papers.ts'
import { findLoginOfObligor } from '#src/store/logins/logins.ts'
import { obligorsToTell } from '../closing/obligors-to-tell.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { tellOutside } from '../messages/tell-outside.ts'

export type MailOrder = {
  readonly permit: StaffPermit<'mailPaper'>
  readonly accountId: string
  readonly paperId: string
  readonly obligorId: string
  /** Of the form as it was shown: sent twice, it is one letter. */
  readonly formKey: string
}

/**
 * Why not: no such paper or person; the paper is another's alone; it was taken off the account; no
 * address is known; it waits for the next file already.
 */
export type MailAnswer = 'done' | 'notFound' | 'notTheirs' | 'removed' | 'noAddress' | 'waiting'

/** Puts a letter in line for the next file of the print house; whoever asked is told. */
export async function mailPaper(ctx: DeskServicing, order: MailOrder): Promise<MailAnswer> {
  return ctx.db.transaction().execute(async (tx) => {
    // Held against its removal.
    if (!(await lockAccount(tx, order.accountId))) return 'notFound'
    const paper = await paperNamed(tx, order)
    const person = await readObligor(tx, ctx.vault, order)
    if (!paper || !person) return 'notFound'
    return problemOf(paper, person) ?? queue(ctx, tx, order, paper)
  })
}

/** Of the account, whoever made it. */
export async function paperNamed(
  tx: Tx,
  of: { readonly accountId: string; readonly paperId: string },
): Promise<MailedPaper | null> {
  const { accountId, paperId: id } = of
  const printed = await mailedPaper(tx, { accountId, id, is: 'printed' })
  return printed ?? mailedPaper(tx, { accountId, id, is: 'attached' })
}

function problemOf(paper: MailedPaper, { id, details }: Obligor): MailAnswer | null {
  if (paper.isRemoved) return 'removed'
  if (paper.obligorId !== null && paper.obligorId !== id) return 'notTheirs'
  return details.address === null ? 'noAddress' : null
}

async function queue(
  ctx: DeskServicing,
  tx: Tx,
  order: MailOrder,
  paper: MailedPaper,
): Promise<MailAnswer> {
  const { permit, accountId, obligorId, formKey } = order
  const { is, id } = paper
  const letter = { accountId, id: ctx.newId(), obligorId, paper: { is, id }, formKey }
  const asked = { ...letter, askedBy: permit.session.staffId, at: ctx.clock.now() }
  const queued = await insertAskedLetter(tx, asked)
  if (queued === 'waiting') return 'waiting'
  if (queued === 'known') return 'done'
  await tell(ctx, tx, { accountId, obligorId, kind: paper.kind })
  await noteAct(ctx, tx, {
    ...{ permit, accountId, action: 'paper mailing asked', staffAction: 'staffMailedPaper' },
    details: { paper: id, obligor: obligorId },
    about: { paper: id, obligor: obligorId },
    loginId: await findLoginOfObligor(tx, { accountId, obligorId }),
  })
  return 'done'
}

/** In the portal, and by mail: whoever calls may be another than they say. */
async function tell(
  ctx: DeskServicing,
  tx: Tx,
  of: { readonly accountId: string; readonly obligorId: string; readonly kind: string },
): Promise<void> {
  const { accountId, obligorId, kind: paper } = of
  const told = (await obligorsToTell(tx, [accountId])).get(accountId) ?? []
  if (!told.includes(obligorId)) return
  const owner = { accountId, obligorId }
  const template = 'paperMailed'
  const parameters = { paper, phone: ctx.lender.phone }
  const message = { ...owner, id: ctx.newId(), template, parameters, sentAt: ctx.clock.now() }
  await insertAccountMessages(tx, [message])
  await tellOutside(ctx, tx, { owner, template, about: 'receipt' })
}
