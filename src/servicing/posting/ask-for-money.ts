import { addDays } from '#src/domain/calendar.ts'
import {
  accountsOf,
  type MoneyAnswer,
  type MoneyOrder,
  moneyRefused,
} from '#src/domain/orders/money-order.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { appendAudits } from '#src/store/accounts/lock-accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { insertRequest } from '#src/store/desk-money/money-requests.ts'
import { businessDay } from '../business-day.ts'
import { deskLimitsOn } from '../lender-rules.ts'
import { mayAsk } from './alone-limit.ts'
import { holdOrder, plannedOn } from './hold-order.ts'
import { orderProblem } from './order-problem.ts'
import type { PostingContext } from './posting-context.ts'

export type MoneyWish = {
  readonly permit: StaffPermit<'askMoney' | 'askForAct'>
  readonly order: MoneyOrder
  /** 1 to 500 characters, for whoever decides. */
  readonly reason: string
  /** Of the form: sent twice, it is one request. */
  readonly formKey: string
}

/**
 * Puts before somebody what is to be done with money. Nothing moves. Refused where it could not be
 * carried out now, or where a request about the same thing is open. Answers with its id.
 */
export async function askForMoney(
  ctx: PostingContext,
  wish: MoneyWish,
): Promise<MoneyAnswer<string>> {
  return ctx.db.transaction().execute((tx) => askIn(ctx, tx, wish))
}

/** The same in the caller's transaction. */
export async function askIn(
  ctx: PostingContext,
  tx: Tx,
  wish: MoneyWish,
): Promise<MoneyAnswer<string>> {
  const { permit, order, reason, formKey } = wish
  const { staffId, role } = permit.session
  if (!mayAsk(role, order.kind)) return moneyRefused('roleTooLow')
  const today = await businessDay(tx)
  const accounts = await holdOrder(tx, order)
  const planned = plannedOn(ctx, { order, accounts, today })
  if (!planned.ok) return planned
  const problem = await orderProblem(tx, order)
  if (problem) return { ok: false, refusal: problem }
  const { requestDays } = deskLimitsOn(ctx.lender, today)
  const asked = await insertRequest(tx, {
    ...{ id: ctx.newId(), order, reason, formKey, askedBy: staffId, askedAt: ctx.clock.now() },
    expiresOn: addDays(today, requestDays),
    accountIds: accountsOf(order),
    ...aboutOf(order),
  })
  if (asked.is === 'claimed') return moneyRefused('requestOpen')
  if (asked.is === 'known') return { ok: true, value: asked.id }
  const { kind, amount } = order
  const entry = {
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    actor: { kind: 'staff', id: staffId } as const,
    action: 'money request made',
    details: { moneyRequest: asked.id, kind, amount },
  }
  await appendAudits(
    tx,
    ctx.vault,
    [...accounts.values()].map(({ account }) => ({ account, entries: [entry] })),
  )
  const { vault, wallClock: clock } = ctx
  const line = { staffId, action: 'staffAskedMoney', visit: permit.visit } as const
  await recordStaff(tx, { vault, clock }, { ...line, details: { request: asked.id, kind } })
  return { ok: true, value: asked.id }
}

/** What it is about, and of what no second one may be open. */
function aboutOf(order: MoneyOrder): { subjectId: string | null; claim: string | null } {
  switch (order.kind) {
    case 'post': {
      const { accountId, amount, effectiveDate, reference } = order
      const check = [accountId, amount, effectiveDate, reference.toUpperCase()].join(' ')
      return { subjectId: null, claim: `post ${check}` }
    }
    case 'file':
      return { subjectId: order.fileId, claim: `file ${order.fileId}` }
    case 'assign':
    case 'sendBack':
      return { subjectId: order.creditId, claim: `credit ${order.creditId}` }
    case 'move':
    case 'waive':
      return { subjectId: order.eventId, claim: `event ${order.eventId}` }
    case 'cardRefund':
      return { subjectId: order.paymentId, claim: `card ${order.paymentId}` }
    case 'extend':
    case 'chargeOff':
      return { subjectId: null, claim: `loan ${order.accountId}` }
    default:
      return { subjectId: null, claim: `held ${order.accountId}` }
  }
}
