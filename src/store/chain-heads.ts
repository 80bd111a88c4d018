// The heads of all chains, whatever table they stand in, page by page: for proving and for the
// signed list.
import { type RawBuilder, sql } from 'kysely'
import type { Chain, ChainHead, SealedRecord } from './chain.ts'
import type { Db } from './database.ts'

export type ChainKind = Chain['kind']

export type NamedHead = { readonly key: string; readonly head: ChainHead }

export type SealedLine = SealedRecord & { readonly key: string }

/** Which lines to read: those of the named chains, behind one that was read. */
export type LinePage = {
  readonly keys: readonly string[]
  readonly after: { readonly key: string; readonly seq: number } | null
  readonly limit: number
}

type Place = {
  readonly heads: string
  readonly lines: string
  readonly key: string
  readonly count: string
  readonly seal: string
  readonly list: RawBuilder<unknown>
}

const PLACES: Readonly<Record<ChainKind, Place>> = {
  'account-event': {
    heads: 'account',
    lines: 'account_event',
    key: 'account_id',
    count: 'event_count',
    seal: 'event_seal',
    list: sql`uuid[]`,
  },
  'account-audit': {
    heads: 'account',
    lines: 'account_audit',
    key: 'account_id',
    count: 'audit_count',
    seal: 'audit_seal',
    list: sql`uuid[]`,
  },
  'access-audit': {
    heads: 'access_chain',
    lines: 'access_audit',
    key: 'chain',
    count: 'audit_count',
    seal: 'audit_seal',
    list: sql`text[]`,
  },
}

/** In order of key, `limit` of them after `after`; null: from the beginning. */
export async function readHeads(
  db: Db,
  kind: ChainKind,
  page: { readonly after: string | null; readonly limit: number },
): Promise<NamedHead[]> {
  const key = sql.ref(PLACES[kind].key)
  const behind = page.after === null ? sql`` : sql`where ${key} > ${page.after}`
  return headsBy(db, kind, sql`${behind} order by ${key} limit ${page.limit}`)
}

export async function readHeadsOf(
  db: Db,
  kind: ChainKind,
  keys: readonly string[],
): Promise<Map<string, ChainHead>> {
  const { key, list } = PLACES[kind]
  const found = await headsBy(db, kind, sql`where ${sql.ref(key)} = any(${keys}::${list})`)
  return new Map(found.map((each) => [each.key, each.head]))
}

/** The seals of single lines, by key: one line of each chain is asked for. */
export async function readSealsAt(
  db: Db,
  kind: ChainKind,
  lines: readonly { readonly key: string; readonly seq: number }[],
): Promise<Map<string, Buffer>> {
  const place = PLACES[kind]
  const { rows } = await sql<{ key: string; seal: Buffer }>`
    select l.${sql.ref(place.key)}::text as key, l.seal
    from unnest(${lines.map(({ key }) => key)}::${place.list},
        ${lines.map(({ seq }) => seq)}::integer[]) as asked(key, seq)
      join ${sql.table(place.lines)} l
        on l.${sql.ref(place.key)} = asked.key and l.seq = asked.seq
  `.execute(db)
  return new Map(rows.map((row) => [row.key, row.seal]))
}

/** Chains that have lines and no head: at most `limit` of them, each with its first line. */
export async function readHeadless(
  db: Db,
  kind: ChainKind,
  limit: number,
): Promise<{ readonly key: string; readonly seq: number }[]> {
  const place = PLACES[kind]
  const key = sql.ref(place.key)
  const { rows } = await sql<{ key: string; seq: number }>`
    select l.${key}::text as key, min(l.seq)::integer as seq
    from ${sql.table(place.lines)} l
    where not exists (select 1 from ${sql.table(place.heads)} h where h.${key} = l.${key})
    group by l.${key} order by l.${key} limit ${limit}
  `.execute(db)
  return rows
}

async function headsBy(db: Db, kind: ChainKind, which: RawBuilder<unknown>): Promise<NamedHead[]> {
  const { heads, key, count, seal } = PLACES[kind]
  const { rows } = await sql<{ key: string; count: number; seal: Buffer }>`
    select ${sql.ref(key)}::text as key, ${sql.ref(count)} as count, ${sql.ref(seal)} as seal
    from ${sql.table(heads)} ${which}
  `.execute(db)
  return rows.map((row) => ({ key: row.key, head: { count: row.count, seal: row.seal } }))
}
