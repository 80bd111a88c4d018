import type { CivilDate } from '#src/domain/calendar.ts'
import { accountsOf, type MoneyRefusal } from '#src/domain/orders/money-order.ts'
import { mayEver, type StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type MoneyRequest, readRequest } from '#src/store/desk-money/money-requests.ts'
import { businessDay } from '../business-day.ts'
import { isAboveAlone, mayDoAlone } from './alone-limit.ts'
import { type Effect, effectsOf } from './effects-of.ts'
import { loadOrder, plannedOn } from './hold-order.ts'
import type { PostingContext } from './posting-context.ts'
import { type RehearsedAct, rehearseAct } from './rehearse-act.ts'
import { noteLook } from './see-accounts.ts'

export type RequestView = {
  readonly request: MoneyRequest
  readonly effects: readonly Effect[]
  /** What becomes of the money that is set to come; null where it is no open act on a loan. */
  readonly rehearsed: RehearsedAct | null
  /** Why it cannot be carried out as things stand; null where it can, or is decided. */
  readonly problem: MoneyRefusal | null
  readonly isOver: boolean
  /** What this person may do with it now; deciding asks once more. */
  readonly may: {
    readonly approve: boolean
    readonly refuse: boolean
    readonly alone: boolean
    readonly withdraw: boolean
  }
}

/** A request with what it would do; null when there is none. Written down on its accounts. */
export async function viewRequest(
  ctx: PostingContext,
  of: { readonly permit: StaffPermit<'seeMoney'>; readonly requestId: string },
): Promise<RequestView | null> {
  const { permit, requestId } = of
  const request = await readRequest(ctx.db, requestId)
  if (!request) return null
  const today = await businessDay(ctx.db)
  const accounts = await loadOrder(ctx.db, accountsOf(request.order))
  const isOpen = request.state === 'asked'
  const planned = plannedOn(ctx, { order: request.order, accounts, today })
  const facts = new Map(
    (isOpen && planned.ok ? planned.value : []).map((each) => [each.accountId, each.facts]),
  )
  const effects = await effectsOf(ctx, { accounts, facts, today })
  const accountIds = accountsOf(request.order)
  await ctx.db
    .transaction()
    .execute((tx) => noteLook(ctx, tx, { who: permit, accountIds, what: `request ${requestId}` }))
  return {
    request,
    effects,
    rehearsed: isOpen ? await rehearsedOf(ctx, { request, permit, today }) : null,
    problem: isOpen && !planned.ok ? planned.refusal : null,
    isOver: isOpen && request.expiresOn < today,
    may: await mayOf(ctx, { request, permit, today }),
  }
}

function rehearsedOf(
  ctx: PostingContext,
  of: { request: MoneyRequest; permit: StaffPermit<'seeMoney'>; today: CivilDate },
): Promise<RehearsedAct | null> | null {
  const { order } = of.request
  if (order.kind !== 'extend' && order.kind !== 'chargeOff') return null
  return rehearseAct(ctx, { order, today: of.today, by: of.permit.session.staffId })
}

async function mayOf(
  ctx: PostingContext,
  of: { request: MoneyRequest; permit: StaffPermit<'seeMoney'>; today: CivilDate },
): Promise<RequestView['may']> {
  const { request, today } = of
  const { staffId, role } = of.permit.session
  const isMine = request.askedBy === staffId
  if (request.state !== 'asked')
    return { approve: false, refuse: false, alone: false, withdraw: false }
  const isOpen = request.expiresOn >= today
  const decides = !isMine && mayEver(role, 'decideMoney')
  const alone = isMine && isOpen && mayDoAlone(role, request.order.kind)
  return {
    approve: decides && isOpen,
    refuse: decides,
    alone: alone && !(await isAboveAlone(ctx, ctx.db, { request, by: staffId, today })),
    withdraw: isMine,
  }
}
