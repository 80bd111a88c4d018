// A paper that does not belong on an account is taken off it by two people: one asks, another
// decides. Its bytes and its row stay; whoever could see it is told.
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { dropLetters } from '#src/store/documents/asked-letters.ts'
import {
  type KeptAttached,
  readAllAttached,
  removeAttached,
} from '#src/store/documents/attached-papers.ts'
import {
  decidePaperRequest,
  insertPaperRequest,
  openPaperRequest,
  type PaperRequest,
} from '#src/store/documents/paper-requests.ts'
import { lockStaff } from '#src/store/staff/lock-staff.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { tellOfAttached } from './tell-of-attached.ts'

type Of = { readonly accountId: string; readonly paperId: string }

/** `open`: somebody asked for it already. */
export type AskAnswer = 'done' | 'open' | 'notFound'

/** Asks for a paper to be taken off the account. Nothing changes before another agrees. */
export async function askPaperRemoval(
  ctx: DeskServicing,
  of: Of & {
    readonly permit: StaffPermit<'askPaper'>
    /** 1 to 500 characters. */
    readonly reason: string
    readonly formKey: string
  },
): Promise<AskAnswer> {
  const { accountId, paperId, permit, reason, formKey } = of
  return ctx.db.transaction().execute(async (tx) => {
    // People first, then accounts: in one order everywhere.
    const { staffId: askedBy } = permit.session
    await lockStaff(tx, [askedBy])
    if (!(await attachedHere(tx, of))) return 'notFound'
    const asked = await insertPaperRequest(tx, {
      ...{ id: ctx.newId(), kind: 'removal', accountId, paperId, reason, formKey },
      ...{ askedBy, askedAt: ctx.clock.now() },
    })
    if (asked === 'claimed') return 'open'
    if (asked === 'known') return 'done'
    await noteAct(ctx, tx, {
      ...{ permit, accountId, action: 'paper removal asked', staffAction: 'staffAskedPaper' },
      details: { paper: paperId, reason },
      about: { paper: paperId },
    })
    return 'done'
  })
}

export type PaperDecision =
  | { readonly as: 'approve' | 'refuse'; readonly permit: StaffPermit<'decidePaper'> }
  | { readonly as: 'withdraw'; readonly permit: StaffPermit<'askPaper'> }

/** Why not: nobody asked (any more), one's own request, another's, who asked works here no more. */
export type DecideAnswer = 'done' | 'notOpen' | 'ownRequest' | 'notAsker' | 'askerGone'

/** Decides about a removal as a second person, or takes one's own request back. */
export async function decidePaperRemoval(
  ctx: DeskServicing,
  of: Of & PaperDecision,
): Promise<DecideAnswer> {
  return ctx.db.transaction().execute(async (tx) => {
    const found = await openPaperRequest(tx, of)
    if (!found) return 'notOpen'
    const by = of.permit.session.staffId
    const roles = await lockStaff(tx, [found.askedBy, by])
    const paper = await attachedHere(tx, of)
    const request = await openPaperRequest(tx, of)
    if (!request || !paper) return 'notOpen'
    const problem = problemOf(of, request, roles)
    return problem ?? decide(ctx, tx, { ...of, request, paper })
  })
}

function problemOf(
  { as, permit }: PaperDecision,
  { askedBy }: PaperRequest,
  roles: Awaited<ReturnType<typeof lockStaff>>,
): DecideAnswer | null {
  const by = permit.session.staffId
  if (as === 'withdraw') return askedBy === by ? null : 'notAsker'
  if (askedBy === by) return 'ownRequest'
  if (as === 'refuse') return null
  const asker = roles.get(askedBy)
  return asker !== undefined && mayEver(asker, 'askPaper') ? null : 'askerGone'
}

const STATES = { approve: 'done', refuse: 'refused', withdraw: 'withdrawn' } as const

async function decide(
  ctx: DeskServicing,
  tx: Tx,
  of: Of & PaperDecision & { readonly request: PaperRequest; readonly paper: KeptAttached },
): Promise<DecideAnswer> {
  const { as, permit, accountId, paperId: id, request, paper } = of
  const at = ctx.clock.now()
  const by = permit.session.staffId
  if (!(await decidePaperRequest(tx, { id: request.id, state: STATES[as], by, at })))
    return 'notOpen'
  if (as === 'approve') {
    await removeAttached(tx, { accountId, id, at })
    await dropLetters(tx, { accountId, paperId: id, at })
    await tellOfAttached(ctx, tx, { ...paper, template: 'paperRemoved' })
  }
  await noteAct(ctx, tx, {
    ...{ permit, accountId, staffAction: 'staffDecidedPaper' },
    action: as === 'approve' ? 'paper removed' : `paper removal ${STATES[as]}`,
    details: { paper: id, request: request.id },
    about: { paper: id },
  })
  return 'done'
}

/** Holds the account; null: the paper is not on it, or was removed. */
async function attachedHere(tx: Tx, { accountId, paperId }: Of): Promise<KeptAttached | null> {
  if (!(await lockAccount(tx, accountId))) return null
  const papers = await readAllAttached(tx, accountId)
  return papers.find(({ id, removedAt }) => id === paperId && removedAt === null) ?? null
}
