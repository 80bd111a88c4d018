import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { MoneyAnswer } from '#src/domain/orders/money-order.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { Account, LockedAccount } from '#src/store/accounts/accounts.ts'
import { appendAudits } from '#src/store/accounts/lock-accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { decideRequest, type MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { holdOrder } from './hold-order.ts'
import type { PostingContext } from './posting-context.ts'
import { dropOrder } from './settle-order.ts'

export type Decided = {
  readonly request: MoneyRequest
  readonly as: 'approve' | 'refuse' | 'alone' | 'withdraw'
  readonly permit: { readonly session: StaffSession; readonly visit: Visit }
  readonly today: CivilDate
  readonly note: string | null
}

/** Nothing moves: another of us said no, or whoever asked took it back. */
export async function closeRequest(
  ctx: PostingContext,
  tx: Tx,
  decided: Decided,
): Promise<MoneyAnswer<null>> {
  const accounts = await holdOrder(tx, decided.request.order)
  await dropOrder(ctx, tx, decided.request.order)
  await writeDecision(ctx, tx, {
    decided,
    accounts: [...accounts.values()].map(({ account }) => account),
  })
  return { ok: true, value: null }
}

/** On the request, on each account, and with whoever decided; last in its transaction. */
export async function writeDecision(
  ctx: PostingContext,
  tx: Tx,
  of: { readonly decided: Decided; readonly accounts: readonly (Account & LockedAccount)[] },
): Promise<void> {
  const { request, as, permit, today: on, note } = of.decided
  const { staffId: by } = permit.session
  const at = ctx.clock.now()
  const state = STATES[as]
  const alone = as === 'alone'
  const isMine = await decideRequest(tx, { id: request.id, state, by, at, on, note, alone })
  assert(isMine, 'a request that is held is decided once')
  const { kind, amount } = request.order
  const entry = {
    ...{ at, requestId: ctx.requestId, actor: { kind: 'staff', id: by } as const },
    action: ACTIONS[as],
    details: { moneyRequest: request.id, kind, amount, askedBy: request.askedBy, note },
  }
  const lines = of.accounts.map((account) => ({ account, entries: [entry] }))
  await appendAudits(tx, ctx.vault, lines)
  const details = { request: request.id, kind, as }
  const line = { staffId: by, action: 'staffDecidedMoney', visit: permit.visit, details } as const
  await recordStaff(tx, { vault: ctx.vault, clock: ctx.wallClock }, line)
}

const STATES = { approve: 'done', alone: 'done', refuse: 'refused', withdraw: 'withdrawn' } as const

const ACTIONS = {
  approve: 'money request carried out',
  alone: 'money request carried out alone',
  refuse: 'money request refused',
  withdraw: 'money request withdrawn',
} as const
