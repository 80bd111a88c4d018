// A request about money is decided once, by somebody else than whoever asked, or within the limits
// of one person by the same one. Who they are is looked at again in the moment of deciding.

import type { CivilDate } from '#src/domain/calendar.ts'
import {
  type MoneyAnswer,
  type MoneyRefusal,
  moneyRefused,
} from '#src/domain/orders/money-order.ts'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { Tx } from '#src/store/database.ts'
import {
  lockRequest,
  type MoneyRequest,
  readRequest,
} from '#src/store/desk-money/money-requests.ts'
import { lockStaff } from '#src/store/staff/lock-staff.ts'
import { businessDay } from '../business-day.ts'
import { isAboveAlone, mayAsk, mayDoAlone } from './alone-limit.ts'
import { decide } from './carry-out.ts'
import type { PostingContext } from './posting-context.ts'

export type Decision =
  /** By a second person. */
  | { readonly as: 'approve'; readonly permit: StaffPermit<'decideMoney'> }
  | { readonly as: 'refuse'; readonly permit: StaffPermit<'decideMoney'> }
  /** By whoever asked, within what one person may move. */
  | { readonly as: 'alone'; readonly permit: StaffPermit<'carryOutMoney'> }
  | { readonly as: 'withdraw'; readonly permit: StaffPermit<'askMoney'> }

/**
 * Decides a request; approved or done alone, it is carried out in the same transaction, by the
 * facts of this moment. Of several who decide at once one does; the others learn that it is done.
 */
export async function decideRequest(
  ctx: PostingContext,
  of: Decision & { readonly requestId: string; readonly note: string | null },
): Promise<MoneyAnswer<null>> {
  return ctx.db.transaction().execute(async (tx) => {
    const by = of.permit.session.staffId
    const found = await readRequest(tx, of.requestId)
    if (!found) return moneyRefused('requestNotFound')
    // People first, then the request, then accounts: in one order everywhere.
    const roles = await lockStaff(tx, found.askedBy === null ? [by] : [found.askedBy, by])
    const request = await lockRequest(tx, of.requestId)
    if (!request) return moneyRefused('requestNotFound')
    const today = await businessDay(tx)
    const problem = await problemOf(ctx, tx, { request, as: of.as, by, roles, today })
    if (problem) return { ok: false, refusal: problem }
    const decided = { ...of, request, today }
    return decide(ctx, tx, decided)
  })
}

type Of = {
  readonly request: MoneyRequest
  readonly as: Decision['as']
  readonly by: string
  readonly roles: Awaited<ReturnType<typeof lockStaff>>
  readonly today: CivilDate
}

async function problemOf(ctx: PostingContext, tx: Tx, of: Of): Promise<MoneyRefusal | null> {
  const { request, as, by, roles, today } = of
  const { state, askedBy, expiresOn } = request
  if (state !== 'asked') return { code: 'requestDecided' }
  const role = roles.get(by)
  if (role === undefined) return { code: 'roleTooLow' }
  if (as === 'withdraw') return askedBy === by ? null : { code: 'notAsker' }
  if (as === 'alone') return (await aloneProblem(ctx, tx, of)) ?? overProblem(of)
  if (askedBy === by) return { code: 'ownRequest' }
  if (!mayEver(role, 'decideMoney')) return { code: 'roleTooLow' }
  if (as === 'refuse') return null
  if (expiresOn < today) return { code: 'requestOver' }
  if (askedBy === null) return null
  // Whoever asked still works here, with a role that may ask.
  const asker = roles.get(askedBy)
  return asker !== undefined && mayAsk(asker, request.order.kind) ? null : { code: 'askerGone' }
}

function overProblem({ request, today }: Of): MoneyRefusal | null {
  return request.expiresOn < today ? { code: 'requestOver' } : null
}

async function aloneProblem(ctx: PostingContext, tx: Tx, of: Of): Promise<MoneyRefusal | null> {
  const { request, by, roles } = of
  if (request.askedBy !== by) return { code: 'notAsker' }
  const role = roles.get(by)
  if (role === undefined || !mayDoAlone(role, request.order.kind)) return { code: 'roleTooLow' }
  return (await isAboveAlone(ctx, tx, of)) ? { code: 'secondPersonNeeded' } : null
}
