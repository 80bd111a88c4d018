// What staff asked for about money, and who decided it. What was asked never changes; each is
// decided once.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import type { Db, Tx } from '../database.ts'

export type MoneyRequestState = 'asked' | 'done' | 'refused' | 'withdrawn'

export type MoneyRequest = {
  readonly id: string
  readonly state: MoneyRequestState
  readonly order: MoneyOrder
  readonly amount: Cents
  readonly reason: string
  /** Null: the command line. */
  readonly askedBy: string | null
  readonly askedByName: string | null
  readonly askedAt: string
  /** The last business day on which it may be decided. */
  readonly expiresOn: CivilDate
  readonly decidedBy: string | null
  readonly decidedByName: string | null
  readonly decidedAt: string | null
  readonly note: string | null
  /** Carried out by whoever asked. */
  readonly alone: boolean
}

export type NewMoneyRequest = Pick<
  MoneyRequest,
  'id' | 'order' | 'reason' | 'askedBy' | 'askedAt' | 'expiresOn'
> & {
  readonly formKey: string
  readonly accountIds: readonly string[]
  readonly subjectId: string | null
  /** Of what one request is open at a time. */
  readonly claim: string | null
}

/** `known`: the same form came before, with the id of its request. `claimed`: another is open. */
export async function insertRequest(
  tx: Tx,
  request: NewMoneyRequest,
): Promise<
  | { readonly is: 'new' | 'known'; readonly id: string }
  | { readonly is: 'claimed'; readonly id: null }
> {
  const { order, accountIds } = request
  const inserted = await tx
    .insertInto('money_request')
    .values({
      id: request.id,
      kind: order.kind,
      state: 'asked',
      account_id: accountIds[0] ?? null,
      other_account_id: accountIds[1] ?? null,
      subject_id: request.subjectId,
      claim: request.claim,
      amount: order.amount,
      terms: JSON.stringify(order),
      reason: request.reason,
      asked_by: request.askedBy,
      asked_at: request.askedAt,
      form_key: request.formKey,
      expires_on: request.expiresOn,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (inserted) return { is: 'new', id: inserted.id }
  const known = await tx
    .selectFrom('money_request')
    .select('id')
    .where('form_key', '=', request.formKey)
    .where('asked_by', 'is not distinct from', request.askedBy)
    .executeTakeFirst()
  return known ? { is: 'known', id: known.id } : { is: 'claimed', id: null }
}

/** Holds it until the transaction ends: of two who decide at once, the second finds it decided. */
export async function lockRequest(tx: Tx, id: string): Promise<MoneyRequest | null> {
  const held = await tx
    .selectFrom('money_request')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return held ? readRequest(tx, id) : null
}

export async function readRequest(db: Db, id: string): Promise<MoneyRequest | null> {
  const row = await selectRequests(db).where('r.id', '=', id).executeTakeFirst()
  return row ? requestOf(row) : null
}

/** True for exactly one of several callers. */
export async function decideRequest(
  tx: Tx,
  decided: {
    readonly id: string
    readonly state: Exclude<MoneyRequestState, 'asked'>
    readonly by: string
    readonly at: string
    readonly on: CivilDate
    readonly note: string | null
    readonly alone: boolean
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('money_request')
    .set({
      state: decided.state,
      decided_by: decided.by,
      decided_at: decided.at,
      decided_on: decided.on,
      note: decided.note,
      alone: decided.alone,
      // A check stays posted; of everything else another may be asked for.
      claim: sql<string | null>`case when kind = 'post' and ${decided.state} = 'done'
        then claim end`,
    })
    .where('id', '=', decided.id)
    .where('state', '=', 'asked')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

export function selectRequests(db: Db) {
  return db
    .selectFrom('money_request as r')
    .leftJoin('staff as a', 'a.id', 'r.asked_by')
    .leftJoin('staff as d', 'd.id', 'r.decided_by')
    .select(['r.id', 'state', 'amount', 'terms', 'reason', 'asked_by', 'asked_at', 'expires_on'])
    .select(['decided_by', 'decided_at', 'note', 'alone'])
    .select(['a.name as asker', 'd.name as decider'])
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>

export function requestOf(row: RequestRow): MoneyRequest {
  return {
    id: row.id,
    state: row.state as MoneyRequestState,
    // Written by us, checked when it was asked for.
    order: row.terms as MoneyOrder,
    amount: row.amount,
    reason: row.reason,
    askedBy: row.asked_by,
    askedByName: row.asker,
    askedAt: row.asked_at,
    expiresOn: row.expires_on,
    decidedBy: row.decided_by,
    decidedByName: row.decider,
    decidedAt: row.decided_at,
    note: row.note,
    alone: row.alone,
  }
}
