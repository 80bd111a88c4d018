// Visits to the processor's page on which a card is saved, each coming to one end.
import type { Db, Tx } from '../database.ts'

export type CardSetup = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  /** `refused`: the card is not kept, the reason says why. `over`: none was saved. */
  readonly state: 'open' | 'kept' | 'refused' | 'over'
  readonly stateReason: string | null
  readonly sessionId: string | null
  /** The card that is kept. */
  readonly fundingAccountId: string | null
  readonly authorizationText: string
  readonly idempotencyKey: string
  readonly createdAt: string
}

type Which = { readonly accountId: string; readonly id: string }
export type NewCardSetup = Omit<
  CardSetup,
  'state' | 'stateReason' | 'sessionId' | 'fundingAccountId'
>

/** With a key that was used before, nothing is written and the first one is the answer. */
export async function insertCardSetup(tx: Tx, setup: NewCardSetup): Promise<CardSetup> {
  await tx
    .insertInto('card_setup')
    .values({
      account_id: setup.accountId,
      id: setup.id,
      obligor_id: setup.obligorId,
      state: 'open',
      authorization_text: setup.authorizationText,
      idempotency_key: setup.idempotencyKey,
      created_at: setup.createdAt,
      changed_at: setup.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'idempotency_key']).doNothing())
    .execute()
  const row = await selectSetups(tx)
    .where('account_id', '=', setup.accountId)
    .where('idempotency_key', '=', setup.idempotencyKey)
    .executeTakeFirstOrThrow()
  return setupOf(row)
}

export async function readCardSetup(db: Db, which: Which): Promise<CardSetup | null> {
  const row = await selectSetups(db)
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .executeTakeFirst()
  return row ? setupOf(row) : null
}

/** The processor's page of it. False when it has another, or is over. */
export async function keepSetupPage(
  tx: Tx,
  of: Which & { readonly sessionId: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('card_setup')
    .set({ session_id: of.sessionId })
    .where('account_id', '=', of.accountId)
    .where('id', '=', of.id)
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('session_id', 'is', null), eb('session_id', '=', of.sessionId)]))
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** False when it came to its end before. */
export async function endCardSetup(
  tx: Tx,
  end: Which & { readonly at: string } & (
      | { readonly state: 'kept'; readonly fundingAccountId: string }
      | { readonly state: 'refused' | 'over'; readonly reason: string }
    ),
): Promise<boolean> {
  const result = await tx
    .updateTable('card_setup')
    .set({
      state: end.state,
      state_reason: end.state === 'kept' ? null : end.reason,
      funding_account_id: end.state === 'kept' ? end.fundingAccountId : null,
      changed_at: end.at,
    })
    .where('account_id', '=', end.accountId)
    .where('id', '=', end.id)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Open for a while, the oldest first. */
export async function cardSetupsToAsk(
  db: Db,
  page: { readonly before: string; readonly limit: number },
): Promise<Which[]> {
  const rows = await db
    .selectFrom('card_setup')
    .select(['account_id', 'id'])
    .where('state', '=', 'open')
    .where('created_at', '<', page.before)
    .orderBy('created_at')
    .limit(page.limit)
    .execute()
  return rows.map(({ account_id: accountId, id }) => ({ accountId, id }))
}

function selectSetups(db: Db) {
  return db.selectFrom('card_setup').selectAll()
}

type SetupRow = Awaited<ReturnType<ReturnType<typeof selectSetups>['executeTakeFirstOrThrow']>>

function setupOf(row: SetupRow): CardSetup {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    state: row.state,
    stateReason: row.state_reason,
    sessionId: row.session_id,
    fundingAccountId: row.funding_account_id,
    authorizationText: row.authorization_text,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
  }
}
