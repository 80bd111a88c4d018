import type { Fact } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { MoneyAnswer } from '#src/domain/orders/money-order.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { recordOnAccount } from '../holds/record-on-account.ts'
import type { LoadedAccount } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'
import { closeRequest, type Decided, writeDecision } from './close-request.ts'
import { holdOrder, plannedOn } from './hold-order.ts'
import { orderProblem } from './order-problem.ts'
import type { PostingContext } from './posting-context.ts'
import { settleOrder } from './settle-order.ts'
import { tellOfOrder, type Written } from './tell-of-order.ts'

type Loaded = LoadedAccount<LockedAccount, AccountLedger>

/** Says yes or no to a request that may be decided, in the caller's transaction. */
export function decide(ctx: PostingContext, tx: Tx, decided: Decided): Promise<MoneyAnswer<null>> {
  const isYes = decided.as === 'approve' || decided.as === 'alone'
  return isYes ? carryOut(ctx, tx, decided) : closeRequest(ctx, tx, decided)
}

/**
 * Does what was asked for, in the caller's transaction: the facts on each account, what follows from
 * them, messages to the borrowers, the lines of who asked and who decided. Refused, and nothing
 * is written, where it may not be done any more.
 */
async function carryOut(ctx: PostingContext, tx: Tx, decided: Decided): Promise<MoneyAnswer<null>> {
  const { today, request } = decided
  const { order } = request
  const accounts = await holdOrder(tx, order)
  const planned = plannedOn(ctx, { order, accounts, today })
  if (!planned.ok) return planned
  const problem = await orderProblem(tx, order)
  if (problem) return { ok: false, refusal: problem }
  const after = new Map<string, Loaded>(accounts)
  const written: Written[] = []
  // What goes back to a card counts until the processor has sent it.
  const plan = order.kind === 'cardRefund' ? [] : planned.value
  for (const { accountId, facts } of plan) {
    const loaded = after.get(accountId)
    assert(loaded, 'a planned account is held')
    const by = decided.permit.session.staffId
    const done = await writeFacts(ctx, tx, { loaded, facts, today, by })
    after.set(accountId, done.loaded)
    written.push({ accountId, eventId: done.eventId, ledger: done.loaded.ledger })
  }
  await settleOrder(ctx, tx, { request, accounts, written: written[0], today })
  await tellOfOrder(ctx, tx, { order, written, today })
  const held = [...after.values()].map(({ account }) => account)
  await writeDecision(ctx, tx, { decided, accounts: held })
  return { ok: true, value: null }
}

/** Late charges that are owed by today first, as whoever asked and decided saw it. */
export async function writeFacts(
  ctx: PostingContext,
  tx: Tx,
  of: { loaded: Loaded; facts: readonly Fact[]; today: CivilDate; by: string },
): Promise<{ loaded: Loaded; eventId: string }> {
  const { facts, today: through, by: id } = of
  const settled = await recordFacts(tx, ctx, { loaded: of.loaded, facts: [], through })
  const actor = { kind: 'staff', id } as const
  const loaded = await recordOnAccount(tx, ctx, { loaded: settled, facts, actor })
  const event = loaded.events[settled.events.length]
  assert(event, 'an order writes an event')
  return { loaded, eventId: event.id }
}
