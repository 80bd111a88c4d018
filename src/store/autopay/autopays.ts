// Autopay of an account: at most one that has not ended.
import { sql } from 'kysely'
import type { AutopayEvent, AutopayState } from '#src/domain/autopay/autopay-states.ts'
import { type AutopayTerms, readTerms } from '#src/domain/autopay/autopay-terms.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '../accounts/accounts.ts'
import type { Db, Tx } from '../database.ts'

export type Autopay = {
  readonly accountId: string
  readonly id: string
  /** Who set it: nobody else changes it or sees where it takes from. */
  readonly obligorId: string
  readonly fundingAccountId: string
  /** It takes from a saved card. */
  readonly byCard: boolean
  readonly terms: AutopayTerms
  readonly state: AutopayState
  readonly stateReason: AutopayEvent
  readonly authorizationText: string
  readonly authorizedAt: string
  /** The next business day after whose close there is something to decide; null: none foreseen. */
  readonly reviewOn: CivilDate | null
  readonly idempotencyKey: string
  readonly createdAt: string
  readonly changedAt: string
}

/** The account's row is held, and the caller has seen that none is on. */
export async function insertAutopay(tx: Tx, _: LockedAccount, autopay: Autopay): Promise<void> {
  await tx
    .insertInto('autopay')
    .values({
      account_id: autopay.accountId,
      id: autopay.id,
      idempotency_key: autopay.idempotencyKey,
      obligor_id: autopay.obligorId,
      created_at: autopay.createdAt,
      ...changingOf(autopay),
    })
    .execute()
}

/** Writes what may change of it. */
export async function updateAutopay(tx: Tx, _: LockedAccount, autopay: Autopay): Promise<void> {
  await tx
    .updateTable('autopay')
    .set(changingOf(autopay))
    .where('account_id', '=', autopay.accountId)
    .where('id', '=', autopay.id)
    .execute()
}

/** Every autopay of the account, the newest first: at most the first has not ended. */
export async function readAutopays(db: Db, accountId: string): Promise<Autopay[]> {
  const rows = await selectAutopay(db)
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(autopayOf)
}

/** The one that has not ended; null where there is none. */
export async function readAutopayOn(db: Db, accountId: string): Promise<Autopay | null> {
  const row = await selectAutopay(db)
    .where('account_id', '=', accountId)
    .where('state', '<>', 'ended')
    .executeTakeFirst()
  return row ? autopayOf(row) : null
}

/** Accounts whose autopay has something to decide by `through`, in order, after `after`. */
export async function accountsToDecide(
  db: Db,
  page: {
    readonly through: CivilDate
    readonly after: { readonly reviewOn: CivilDate; readonly accountId: string } | null
    readonly limit: number
  },
): Promise<{ readonly reviewOn: CivilDate; readonly accountId: string }[]> {
  let query = db
    .selectFrom('autopay')
    .select(['review_on', 'account_id'])
    .where('review_on', 'is not', null)
    .where('review_on', '<=', page.through)
    .orderBy('review_on')
    .orderBy('account_id')
    .limit(page.limit)
  if (page.after !== null) {
    const { reviewOn, accountId } = page.after
    query = query.where(sql<boolean>`(review_on, account_id) > (${reviewOn}, ${accountId})`)
  }
  const rows = await query.execute()
  return rows.flatMap(({ review_on: reviewOn, account_id: accountId }) =>
    reviewOn === null ? [] : [{ reviewOn, accountId }],
  )
}

function changingOf(autopay: Autopay) {
  return {
    funding_account_id: autopay.fundingAccountId,
    by_card: autopay.byCard,
    terms: JSON.stringify(autopay.terms),
    state: autopay.state,
    state_reason: autopay.stateReason,
    authorization_text: autopay.authorizationText,
    authorized_at: autopay.authorizedAt,
    review_on: autopay.reviewOn,
    changed_at: autopay.changedAt,
  }
}

function selectAutopay(db: Db) {
  return db
    .selectFrom('autopay')
    .select(['account_id', 'id', 'obligor_id', 'funding_account_id', 'terms', 'state'])
    .select(['state_reason', 'authorization_text', 'authorized_at', 'review_on'])
    .select(['idempotency_key', 'created_at', 'changed_at', 'by_card'])
}

type AutopayRow = Awaited<ReturnType<ReturnType<typeof selectAutopay>['executeTakeFirstOrThrow']>>

function autopayOf(row: AutopayRow): Autopay {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    fundingAccountId: row.funding_account_id,
    byCard: row.by_card,
    terms: readTerms(row.terms),
    state: row.state,
    stateReason: row.state_reason as AutopayEvent,
    authorizationText: row.authorization_text,
    authorizedAt: row.authorized_at,
    reviewOn: row.review_on,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  }
}
