// An account as one of its obligors comes to it: the account, its vehicle and the obligor, and what
// of their pages there is to ask for, in one statement.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db } from '../database.ts'
import { ACCOUNT_COLUMNS, type Account, accountOf } from './accounts.ts'
import { type Obligor, openObligor } from './obligors.ts'
import type { Vehicle } from './vehicles.ts'

export type OwnedAccountRows = {
  readonly account: Account
  /** The newest one. */
  readonly vehicle: Vehicle
  readonly obligor: Obligor
  /** Autopay was set at some time, by whomever. */
  readonly hasAutopay: boolean
  /** A payoff is waited for, or came. */
  readonly hasIntended: boolean
  /** Payments by card that count, or counted, and were another obligor's, by their ids. */
  readonly cardsOfOthers: readonly string[]
}

/** Null when the account, its vehicle or the obligor is not there. */
export async function readOwnedAccount(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly obligorId: string },
): Promise<OwnedAccountRows | null> {
  const {
    rows: [row],
  } = await ownedAccount(db, of)
  if (!row) return null
  const { accountId, obligorId } = of
  return {
    account: accountOf(row),
    vehicle: {
      accountId,
      id: row.vehicle_id,
      vin: row.vin,
      modelYear: row.model_year,
      make: row.make,
      model: row.model,
    },
    obligor: openObligor(vault, { accountId, id: obligorId, sealed: row.sealed }),
    hasAutopay: row.has_autopay,
    hasIntended: row.has_intended,
    cardsOfOthers: row.cards_of_others,
  }
}

const ownedAccount = compiledOnce(
  (db, of: { readonly accountId: string; readonly obligorId: string }) =>
    db
      .selectFrom('account')
      .innerJoin('vehicle', 'vehicle.account_id', 'account.account_id')
      .innerJoin('obligor', 'obligor.account_id', 'account.account_id')
      .select(ACCOUNT_COLUMNS)
      .select(['vehicle.id as vehicle_id', 'vin', 'model_year', 'make', 'model', 'obligor.sealed'])
      .select([
        sql<boolean>`exists (select from autopay where autopay.account_id = account.account_id)`.as(
          'has_autopay',
        ),
        sql<boolean>`exists (select from intended_payoff said
          where said.account_id = account.account_id
            and said.state not in ('withdrawn', 'replaced'))`.as('has_intended'),
        sql<string[]>`array(select card.id from card_payment card
          where card.account_id = account.account_id and card.obligor_id <> obligor.id
            and card.paid_at is not null)`.as('cards_of_others'),
      ])
      .where('account.account_id', '=', of.accountId)
      .where('obligor.id', '=', of.obligorId)
      .orderBy('vehicle.id', 'desc')
      .limit(1),
)
