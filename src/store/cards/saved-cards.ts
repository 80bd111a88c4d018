// Cards that are kept to pay with again: by the processor's token alone, which is sealed.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'
import { fundingContext } from '../payments/sealed-contexts.ts'

/** By which the processor charges it; no page shows it. */
export type CardToken = { readonly customer: string; readonly method: string }

export type NewSavedCard = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  /** As a page shows it: "Visa". */
  readonly brand: string
  readonly lastFour: string
  /** The last day on which it is good. */
  readonly expiresOn: CivilDate
  readonly token: CardToken
  /** The processor's sign of one and the same card. */
  readonly fingerprint: string
  readonly idempotencyKey: string
  readonly at: string
}

type Owned = { readonly accountId: string; readonly obligorId: string }

/** The first thing that an obligor pays from becomes the default by itself. */
export async function insertSavedCard(tx: Tx, vault: Vault, card: NewSavedCard): Promise<void> {
  await tx
    .insertInto('funding_account')
    .values({
      account_id: card.accountId,
      id: card.id,
      obligor_id: card.obligorId,
      kind: 'card',
      bank_name: card.brand,
      last_four: card.lastFour,
      expires_on: card.expiresOn,
      sealed: vault.seal(JSON.stringify(card.token), fundingContext(card)),
      idempotency_key: card.idempotencyKey,
      added_at: card.at,
      state: 'verified',
      verified_at: card.at,
      is_default: sql<boolean>`not exists (select 1 from funding_account
        where account_id = ${card.accountId} and obligor_id = ${card.obligorId}
          and removed_at is null and is_default)`,
      number_hash: fingerprintHash(vault, card.fingerprint),
    })
    .execute()
}

/** The same card of this obligor, if it is kept and not removed. */
export async function findSavedCard(
  tx: Tx,
  vault: Vault,
  of: Owned & { readonly fingerprint: string },
): Promise<string | null> {
  const row = await tx
    .selectFrom('funding_account')
    .select('id')
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .where('live_number_hash', '=', fingerprintHash(vault, of.fingerprint))
    .executeTakeFirst()
  return row?.id ?? null
}

/** A card that was kept again under a new token: charged by that one, good until its new day. */
export async function renewSavedCard(
  tx: Tx,
  vault: Vault,
  card: Pick<NewSavedCard, 'accountId' | 'id' | 'expiresOn' | 'token'>,
): Promise<void> {
  await tx
    .updateTable('funding_account')
    .set({
      expires_on: card.expiresOn,
      sealed: vault.seal(JSON.stringify(card.token), fundingContext(card)),
      state: 'verified',
      state_reason: null,
    })
    .where('account_id', '=', card.accountId)
    .where('id', '=', card.id)
    .where('kind', '=', 'card')
    .execute()
}

/** For charging it, removed or not: what was agreed to before is still charged. */
export async function openCardToken(
  db: Db,
  vault: Vault,
  which: { readonly accountId: string; readonly id: string },
): Promise<CardToken | null> {
  const row = await db
    .selectFrom('funding_account')
    .select('sealed')
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('kind', '=', 'card')
    .executeTakeFirst()
  return row ? JSON.parse(vault.open(row.sealed, fundingContext(which))) : null
}

type Place = { readonly accountId: string; readonly id: string }

/** Removed cards that the processor still has, and that nothing is charged to any more. */
export async function cardsToForget(db: Db, limit: number): Promise<Place[]> {
  const { rows } = await sql<{ account_id: string; id: string }>`
    select f.account_id, f.id from funding_account f
    where f.kind = 'card' and f.removed_at is not null and f.forgotten_at is null
      and not exists (select from card_payment p where p.account_id = f.account_id
        and p.funding_account_id = f.id and p.state in ('started', 'taking', 'releasing'))
    order by f.removed_at limit ${limit}`.execute(db)
  return rows.map((row) => ({ accountId: row.account_id, id: row.id }))
}

export async function markForgotten(tx: Tx, which: Place & { readonly at: string }): Promise<void> {
  await tx
    .updateTable('funding_account')
    .set({ forgotten_at: which.at })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('removed_at', 'is not', null)
    .where('forgotten_at', 'is', null)
    .execute()
}

function fingerprintHash(vault: Vault, fingerprint: string): Buffer {
  return vault.mac('saved card', fingerprint)
}
