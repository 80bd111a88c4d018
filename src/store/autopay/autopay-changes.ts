// Every change of an autopay's state with its reason, only ever added to.
import type { AutopayEvent, AutopayState } from '#src/domain/autopay/autopay-states.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

export type AutopayChange = {
  readonly seq: number
  readonly at: string
  /** null: it was not there before. */
  readonly from: AutopayState | null
  readonly to: AutopayState
  readonly reason: AutopayEvent
  readonly actor: { readonly kind: 'obligor' | 'staff' | 'system' | 'bank'; readonly id: string }
  readonly details: Readonly<Record<string, string>>
}

export async function insertAutopayChange(
  tx: Tx,
  account: LockedAccount,
  change: Omit<AutopayChange, 'seq'> & {
    readonly autopayId: string
    readonly idempotencyKey: string | null
  },
): Promise<void> {
  const { accountId } = account
  const { actor, autopayId } = change
  const { count } = await tx
    .selectFrom('autopay_change')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('autopay_id', '=', autopayId)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('autopay_change')
    .values({
      account_id: accountId,
      autopay_id: autopayId,
      seq: count + 1,
      at: change.at,
      from_state: change.from,
      to_state: change.to,
      reason: change.reason,
      actor_kind: actor.kind,
      actor_id: actor.id,
      details: JSON.stringify(change.details),
      idempotency_key: change.idempotencyKey,
    })
    .execute()
}

/** Of every autopay of the account, newest first. */
export async function readAutopayChanges(
  db: Db,
  of: { readonly accountId: string; readonly autopayId: string },
): Promise<AutopayChange[]> {
  const rows = await db
    .selectFrom('autopay_change')
    .selectAll()
    .where('account_id', '=', of.accountId)
    .where('autopay_id', '=', of.autopayId)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    from: row.from_state,
    to: row.to_state,
    reason: row.reason as AutopayEvent,
    actor: { kind: row.actor_kind, id: row.actor_id },
    details: row.details as Record<string, string>,
  }))
}

/** Whether a form with this key has changed something already. */
export async function isChangeKnown(
  db: Db,
  of: { readonly accountId: string; readonly idempotencyKey: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('autopay_change')
    .select('seq')
    .where('account_id', '=', of.accountId)
    .where('idempotency_key', '=', of.idempotencyKey)
    .executeTakeFirst()
  return row !== undefined
}
