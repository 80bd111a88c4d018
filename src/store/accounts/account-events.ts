// The events of an account: append-only, in order, each sealed over the one before.
import { sql } from 'kysely'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, emptyHead, extendChain, verifyChain } from '../chain.ts'
import type { Db, Tx } from '../database.ts'
import { type AccountStatus, assertOneRow, type LockedAccount, withHeads } from './accounts.ts'

export type NewEvent = Omit<AccountEvent, 'seq'> & {
  /** Name of the lender's rule set that was in force. */
  readonly ruleVersion: string
}

export type StoredEvent = AccountEvent & {
  readonly accountId: string
  readonly ruleVersion: string
  readonly seal: Buffer
}

/** The account after events were added to it. */
export type Appended = { readonly account: LockedAccount; readonly events: readonly StoredEvent[] }

/**
 * Adds events and moves the account on, in one statement. `status` and `reviewOn` follow from the
 * events.
 */
export async function appendEvents(
  tx: Tx,
  vault: Vault,
  to: {
    readonly account: LockedAccount
    readonly events: readonly NewEvent[]
    readonly status: AccountStatus
    readonly reviewOn: CivilDate | null
  },
): Promise<Appended> {
  const { account, status, reviewOn } = to
  const { accountId } = account
  const sealed = sealEvents(vault, { accountId, head: account.events, events: to.events })
  const lastEffectiveDate = sealed.events
    .map((event) => event.effectiveDate)
    .reduce(later, account.lastEffectiveDate)
  const result = await tx
    .with('added', (db) => db.insertInto('account_event').values(sealed.events.map(rowOf)))
    .updateTable('account')
    .set({
      event_count: sealed.head.count,
      event_seal: sealed.head.seal,
      last_effective_date: lastEffectiveDate,
      status,
      review_on: reviewOn,
      review_event_count: sealed.head.count,
    })
    .where('account_id', '=', accountId)
    .where('event_count', '=', account.events.count)
    .executeTakeFirstOrThrow()
  assertOneRow({ numAffectedRows: result.numUpdatedRows })
  const moved = withHeads(account, { events: sealed.head, lastEffectiveDate, status, reviewOn })
  return { account: moved, events: sealed.events }
}

/** Numbers and seals events behind `head` (null: a new account) without writing them. */
export function sealEvents(
  vault: Vault,
  of: {
    readonly accountId: string
    readonly head: ChainHead | null
    readonly events: readonly NewEvent[]
  },
): { readonly events: readonly StoredEvent[]; readonly head: ChainHead } {
  const chain = { kind: 'account-event', key: of.accountId } as const
  let head = of.head ?? emptyHead(vault, chain)
  const events = of.events.map((event): StoredEvent => {
    const link = extendChain(vault, chain, { head, record: recordOf(event) })
    head = link.head
    return { ...event, accountId: of.accountId, seq: link.seq, seal: link.seal }
  })
  return { events, head }
}

/** Writes sealed events of many new accounts at once. */
export async function insertEvents(tx: Tx, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return
  const column = <T>(of: (event: StoredEvent) => T) => events.map(of)
  await sql`
    insert into account_event (account_id, seq, id, effective_date, posted_at, kind, payload,
      rule_version, seal)
    select * from unnest(
      ${column((e) => e.accountId)}::uuid[], ${column((e) => e.seq)}::integer[],
      ${column((e) => e.id)}::uuid[], ${column((e) => e.effectiveDate)}::date[],
      ${column((e) => e.postedAt)}::timestamptz[], ${column((e) => e.payload.kind)}::text[],
      ${column(contentOf)}::jsonb[],
      ${column((e) => e.ruleVersion)}::text[], ${column((e) => e.seal)}::bytea[])
  `.execute(tx)
}

/** All events of an account in the order of recording. */
export async function readEvents(db: Db, accountId: string): Promise<StoredEvent[]> {
  const rows = await selectEvents(db).where('account_id', '=', accountId).orderBy('seq').execute()
  return rows.map(eventOf)
}

/** Events of several accounts, by account: for work in ranges. */
export async function readEventsOf(
  db: Db,
  accountIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await selectEvents(db)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .orderBy('account_id')
    .orderBy('seq')
    .execute()
  return Map.groupBy(rows.map(eventOf), (event) => event.accountId)
}

/** Which events were changed, removed or inserted behind our back. */
export function verifyEvents(
  vault: Vault,
  of: {
    readonly accountId: string
    readonly head: ChainHead
    readonly events: readonly StoredEvent[]
  },
): ChainProblem[] {
  const rows = of.events.map((event) => ({
    seq: event.seq,
    seal: event.seal,
    record: recordOf(event),
  }))
  return verifyChain(vault, { kind: 'account-event', key: of.accountId }, { rows, head: of.head })
}

function recordOf(event: NewEvent): Record<string, unknown> {
  const { id, effectiveDate, postedAt, payload, ruleVersion } = event
  return { id, effectiveDate, postedAt, payload, ruleVersion }
}

function rowOf(event: StoredEvent) {
  return {
    account_id: event.accountId,
    seq: event.seq,
    id: event.id,
    effective_date: event.effectiveDate,
    posted_at: event.postedAt,
    kind: event.payload.kind,
    payload: contentOf(event),
    rule_version: event.ruleVersion,
    seal: event.seal,
  }
}

// The kind has its own column and is kept only there.
function contentOf(event: StoredEvent): string {
  const { kind: _, ...content } = event.payload
  return JSON.stringify(content)
}

function selectEvents(db: Db) {
  return db
    .selectFrom('account_event')
    .select([
      'account_id',
      'seq',
      'id',
      'effective_date',
      'posted_at',
      'kind',
      'payload',
      'rule_version',
      'seal',
    ])
}

type EventRow = Awaited<ReturnType<ReturnType<typeof selectEvents>['executeTakeFirstOrThrow']>>

function eventOf(row: EventRow): StoredEvent {
  return {
    accountId: row.account_id,
    seq: row.seq,
    id: row.id,
    effectiveDate: row.effective_date,
    postedAt: row.posted_at,
    // Written by us, sealed, and checked by `verifyEvents`.
    payload: { kind: row.kind, ...(row.payload as object) } as EventPayload,
    ruleVersion: row.rule_version,
    seal: row.seal,
  }
}
