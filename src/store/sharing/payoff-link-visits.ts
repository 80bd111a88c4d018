// Each time that somebody opened a payoff link with its code.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type PayoffLinkVisit = {
  readonly accountId: string
  readonly id: string
  readonly linkId: string
  readonly network: string
  readonly openedAt: string
  readonly endsAt: string
}

export async function insertPayoffLinkVisit(
  tx: Tx,
  visit: PayoffLinkVisit & { readonly tokenHash: Buffer },
): Promise<void> {
  await tx
    .insertInto('payoff_link_visit')
    .values({
      account_id: visit.accountId,
      id: visit.id,
      link_id: visit.linkId,
      token_hash: visit.tokenHash,
      network: visit.network,
      opened_at: visit.openedAt,
      ends_at: visit.endsAt,
    })
    .execute()
}

/** Of this link and not over. */
export async function findPayoffLinkVisit(
  db: Db,
  of: {
    readonly accountId: string
    readonly linkId: string
    readonly tokenHash: Buffer
    readonly now: string
  },
): Promise<PayoffLinkVisit | null> {
  const row = await selectVisits(db)
    .where('account_id', '=', of.accountId)
    .where('link_id', '=', of.linkId)
    .where('token_hash', '=', of.tokenHash)
    .where('ends_at', '>', of.now)
    .executeTakeFirst()
  return row ? visitOf(row) : null
}

/** Of these links of an account, or of all, newest first. */
export async function readPayoffLinkVisits(
  db: Db,
  of: {
    readonly accountId: string
    readonly linkIds?: readonly string[]
    readonly limit: number
  },
): Promise<PayoffLinkVisit[]> {
  let query = selectVisits(db).where('account_id', '=', of.accountId)
  if (of.linkIds) query = query.where('link_id', '=', sql<string>`any(${of.linkIds}::uuid[])`)
  const rows = await query.orderBy('opened_at', 'desc').limit(of.limit).execute()
  return rows.map(visitOf)
}

function selectVisits(db: Db) {
  return db
    .selectFrom('payoff_link_visit')
    .select(['account_id', 'id', 'link_id', 'network', 'opened_at', 'ends_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectVisits>['executeTakeFirstOrThrow']>>

function visitOf(row: Row): PayoffLinkVisit {
  return {
    accountId: row.account_id,
    id: row.id,
    linkId: row.link_id,
    network: row.network,
    openedAt: row.opened_at,
    endsAt: row.ends_at,
  }
}
