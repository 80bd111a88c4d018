// Links by which a dealer or an insurer sees what closes a loan, and who opened them.
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tx } from '../database.ts'
import type { Database } from '../rows.ts'

export type PayoffLink = {
  readonly accountId: string
  readonly id: string
  readonly obligorId: string
  readonly loginId: string
  readonly kind: 'dealer' | 'insurer'
  readonly givenTo: string
  readonly codeHash: Buffer
  readonly createdAt: string
  readonly expiresAt: string
  readonly endedAt: string | null
  readonly endedWhy: 'revoked' | 'locked' | 'forCaller' | null
}

export type NewPayoffLink = Omit<PayoffLink, 'endedAt' | 'endedWhy'> & {
  readonly secretHash: Buffer
  readonly formHash: Buffer
}

/** So many wrong codes in a row and the link is locked for good. */
export const MOST_WRONG_CODES = 5

export async function insertPayoffLink(tx: Tx, link: NewPayoffLink): Promise<void> {
  await tx
    .insertInto('payoff_link')
    .values({
      account_id: link.accountId,
      id: link.id,
      obligor_id: link.obligorId,
      login_id: link.loginId,
      kind: link.kind,
      given_to: link.givenTo,
      secret_hash: link.secretHash,
      code_hash: link.codeHash,
      form_hash: link.formHash,
      created_at: link.createdAt,
      expires_at: link.expiresAt,
    })
    .execute()
}

type BySecret = { readonly accountId: string; readonly secretHash: Buffer }

export async function findPayoffLink(db: Db, of: BySecret): Promise<PayoffLink | null> {
  const row = await selectLinks(db)
    .where('account_id', '=', of.accountId)
    .where('secret_hash', '=', of.secretHash)
    .executeTakeFirst()
  return row ? linkOf(row) : null
}

/** The one that came with a form. */
export async function payoffLinkOfForm(
  db: Db,
  of: { readonly accountId: string; readonly formHash: Buffer },
): Promise<PayoffLink | null> {
  const row = await selectLinks(db)
    .where('account_id', '=', of.accountId)
    .where('form_hash', '=', of.formHash)
    .executeTakeFirst()
  return row ? linkOf(row) : null
}

export type LinksOf = { readonly accountId: string; readonly obligorId?: string }

/** Newest first, and before them those that still work at `now`, where that is given. */
export async function readPayoffLinks(
  db: Db,
  of: LinksOf & { readonly now?: string; readonly offset?: number; readonly limit: number },
): Promise<PayoffLink[]> {
  const { now, offset = 0, limit } = of
  const all = linksOf(selectLinks(db), of)
  const query =
    now === undefined ? all : all.orderBy(sql`ended_at is null and expires_at > ${now}`, 'desc')
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(linkOf)
}

export async function countPayoffLinks(db: Db, of: LinksOf): Promise<number> {
  const { count } = await linksOf(db.selectFrom('payoff_link'), of)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Of one obligor, or of any for the desk; null: no such link there. */
export async function readPayoffLink(
  db: Db,
  of: LinksOf & { readonly id: string },
): Promise<PayoffLink | null> {
  const row = await linksOf(selectLinks(db), of).where('id', '=', of.id).executeTakeFirst()
  return row ? linkOf(row) : null
}

function linksOf<O>(query: SelectQueryBuilder<Database, 'payoff_link', O>, of: LinksOf) {
  const own = query.where('account_id', '=', of.accountId)
  return of.obligorId === undefined ? own : own.where('obligor_id', '=', of.obligorId)
}

type Which = Pick<PayoffLink, 'accountId' | 'id'>

/** Counts a try as wrong before it is judged; null: the link takes none any more. */
export async function takeCodeTry(tx: Tx, which: Which, now: string): Promise<number | null> {
  const row = await tx
    .updateTable('payoff_link')
    .set({ wrong_codes: sql`wrong_codes + 1` })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('wrong_codes', '<', MOST_WRONG_CODES)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('wrong_codes')
    .executeTakeFirst()
  return row?.wrong_codes ?? null
}

export async function clearCodeTries(tx: Tx, which: Which): Promise<void> {
  await tx
    .updateTable('payoff_link')
    .set({ wrong_codes: 0 })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .execute()
}

/** False where it had ended before. */
export async function endPayoffLink(
  tx: Tx,
  which: Which & { readonly obligorId: string },
  end: { readonly at: string; readonly why: 'revoked' | 'locked' | 'forCaller' },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('payoff_link')
    .set({ ended_at: end.at, ended_why: end.why })
    .where('account_id', '=', which.accountId)
    .where('id', '=', which.id)
    .where('obligor_id', '=', which.obligorId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function selectLinks(db: Db) {
  return db
    .selectFrom('payoff_link')
    .select(['account_id', 'id', 'obligor_id', 'login_id', 'kind', 'given_to', 'code_hash'])
    .select(['created_at', 'expires_at', 'ended_at', 'ended_why'])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectLinks>['executeTakeFirstOrThrow']>>

function linkOf(row: Row): PayoffLink {
  return {
    accountId: row.account_id,
    id: row.id,
    obligorId: row.obligor_id,
    loginId: row.login_id,
    kind: row.kind,
    givenTo: row.given_to,
    codeHash: row.code_hash,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
    endedWhy: row.ended_why,
  }
}
