// Calendars that are read at a secret address. The address itself is kept nowhere.
import type { Vault } from '#src/vault/vault.ts'
import type { Db, Tx } from '../database.ts'

export type CalendarFeed = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  readonly locale: 'en' | 'es'
  readonly createdAt: string
  /** Null while it works. */
  readonly endedAt: string | null
}

type Whose = Pick<CalendarFeed, 'accountId' | 'obligorId'>

export async function insertCalendarFeed(
  tx: Tx,
  vault: Vault,
  feed: Omit<CalendarFeed, 'endedAt'> & { readonly secret: string },
): Promise<void> {
  await tx
    .insertInto('calendar_feed')
    .values({
      account_id: feed.accountId,
      id: feed.id,
      obligor_id: feed.obligorId,
      secret_hash: hashOf(vault, feed.secret),
      locale: feed.locale,
      created_at: feed.createdAt,
    })
    .execute()
}

/** False: there was none that worked. */
export async function endCalendarFeed(
  tx: Tx,
  { accountId, obligorId, at }: Whose & { readonly at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('calendar_feed')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('obligor_id', '=', obligorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The one of an obligor that works; null where there is none. */
export async function readOwnCalendarFeed(db: Db, of: Whose): Promise<CalendarFeed | null> {
  const row = await selectFeeds(db)
    .where('account_id', '=', of.accountId)
    .where('obligor_id', '=', of.obligorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row ? feedOf(row) : null
}

/** Ended ones too. */
export async function readCalendarFeedBySecret(
  db: Db,
  vault: Vault,
  of: { readonly accountId: string; readonly secret: string },
): Promise<CalendarFeed | null> {
  const row = await selectFeeds(db)
    .where('account_id', '=', of.accountId)
    .where('secret_hash', '=', hashOf(vault, of.secret))
    .executeTakeFirst()
  return row ? feedOf(row) : null
}

function hashOf(vault: Vault, secret: string): Buffer {
  return vault.mac('calendar secret', secret)
}

function selectFeeds(db: Db) {
  return db
    .selectFrom('calendar_feed')
    .select(['account_id', 'id', 'obligor_id', 'locale', 'created_at', 'ended_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectFeeds>['executeTakeFirstOrThrow']>>

function feedOf(row: Row): CalendarFeed {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    locale: row.locale as CalendarFeed['locale'],
    createdAt: row.created_at,
    endedAt: row.ended_at,
  }
}
