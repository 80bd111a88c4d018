// Payoff quotes of an account as staff see them, each with who asked for it first.
import { sql } from 'kysely'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { Db } from '../database.ts'
import type { QuoteState } from './payoff-quotes.ts'

export type ListedQuote = {
  readonly number: string
  readonly onDate: CivilDate
  readonly goodThrough: CivilDate
  readonly total: Cents
  readonly state: QuoteState
  readonly createdAt: string
  /** As the audit of the account names them; null: it does not. */
  readonly askedBy:
    | { readonly kind: 'obligor'; readonly obligorId: string }
    | { readonly kind: 'staff'; readonly name: string }
    | { readonly kind: 'link' }
    | null
}

export async function countQuotes(db: Db, accountId: string): Promise<number> {
  const { count } = await db
    .selectFrom('payoff_quote')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return count
}

/** Newest first. */
export async function listQuotes(
  db: Db,
  of: { readonly accountId: string; readonly offset: number; readonly limit: number },
): Promise<ListedQuote[]> {
  const rows = await db
    .selectFrom('payoff_quote as q')
    .leftJoin('account_audit as a', (join) =>
      join
        .onRef('a.account_id', '=', 'q.account_id')
        .on('a.action', '=', 'payoff quoted')
        .on(sql`a.details->>'quoteId'`, '=', sql`q.id::text`),
    )
    .leftJoin('staff as s', (join) =>
      join.on('a.actor_kind', '=', 'staff').on(sql`s.id::text`, '=', sql`a.actor_id`),
    )
    .select(['q.number', 'q.on_date', 'q.good_through', 'q.total', 'q.state', 'q.created_at'])
    .select(['a.actor_kind', 'a.actor_id', 's.name'])
    .where('q.account_id', '=', of.accountId)
    .orderBy('q.id', 'desc')
    .offset(of.offset)
    .limit(of.limit)
    .execute()
  return rows.map((row) => ({
    ...{ number: row.number, onDate: row.on_date, goodThrough: row.good_through },
    ...{ total: row.total, state: row.state, createdAt: row.created_at },
    askedBy: askerOf({ kind: row.actor_kind, id: row.actor_id ?? '', name: row.name ?? '' }),
  }))
}

function askerOf(actor: {
  readonly kind: 'obligor' | 'staff' | 'system' | null
  readonly id: string
  readonly name: string
}): ListedQuote['askedBy'] {
  switch (actor.kind) {
    case null:
      return null
    case 'obligor':
      return { kind: 'obligor', obligorId: actor.id }
    case 'staff':
      return { kind: 'staff', name: actor.name }
    // Nothing of ours asks by itself but for whoever has a link.
    case 'system':
      return { kind: 'link' }
  }
}
