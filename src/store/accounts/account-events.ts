// The events of an account: append-only, in order, each sealed over the one before.
import { sql } from 'kysely'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'
import { type ChainHead, type ChainProblem, emptyHead, extendChain, verifyChain } from '../chain.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { type AccountStatus, assertOneRow, type LockedAccount, withHeads } from './accounts.ts'
import {
  type EventColumns,
  eventColumns,
  insertOfEvents,
  type StoredEvent,
} from './event-columns.ts'

export type NewEvent = Omit<AccountEvent, 'seq'> & {
  /** Name of the lender's rule set that was in force. */
  readonly ruleVersion: string
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
  const change = { status, reviewOn, lastEffectiveDate }
  const heads = { ...sealed.head, countBefore: account.events.count }
  assertOneRow(
    await addEvents(tx, { ...eventColumns(sealed.events), ...heads, ...change, accountId }),
  )
  const moved = withHeads(account, { events: sealed.head, ...change })
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
  await sql`${insertOfEvents(eventColumns(events))}`.execute(tx)
}

const addEvents = compiledOnce(
  (
    _,
    of: EventColumns & {
      readonly accountId: string
      readonly count: number
      readonly seal: Uint8Array
      readonly countBefore: number
      readonly lastEffectiveDate: CivilDate
      readonly status: AccountStatus
      readonly reviewOn: CivilDate | null
    },
  ) => sql`
    with added as (${insertOfEvents(of)})
    update account set event_count = ${of.count}, event_seal = ${of.seal},
      last_effective_date = ${of.lastEffectiveDate}, status = ${of.status},
      review_on = ${of.reviewOn}, review_event_count = ${of.count}
    where account_id = ${of.accountId} and event_count = ${of.countBefore}
  `,
)

/** All events of an account in the order of recording. */
export async function readEvents(db: Db, accountId: string): Promise<StoredEvent[]> {
  const { rows } = await eventsOfAccount(db, { accountId })
  return rows.map(eventOf)
}

const eventsOfAccount = compiledOnce((db, of: { readonly accountId: string }) =>
  selectEvents(db).where('account_id', '=', of.accountId).orderBy('seq'),
)

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

/** The first event alone of each of several accounts, by account: how it was boarded. */
export async function readFirstEventsOf(
  db: Db,
  accountIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await selectEvents(db)
    .where('account_id', '=', sql<string>`any(${accountIds}::uuid[])`)
    .where('seq', '=', 1)
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
