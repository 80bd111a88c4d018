// The events of many accounts as their replay needs them. One row an account: taking apart some
// fields of each event costs several times more than one parse of them all. The text of each event
// is put together field by field: making JSON of them takes the server half as long again.
import { sql } from 'kysely'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { assert } from '#src/domain/assert.ts'
import { isoInstant } from '../column-parsers.ts'
import type { Db } from '../database.ts'
import { plainArray } from './plain-array.ts'

/** By account. Parsed when asked: the events of a hundred accounts at once would all be kept. */
export type Histories = {
  /** All events in the order of recording, without their seals; none of an unknown account. */
  readonly of: (accountId: string) => AccountEvent[]
}

export async function readHistoriesOf(db: Db, accountIds: readonly string[]): Promise<Histories> {
  const { rows } = await sql<HistoryRow>`
    select account_id, string_agg(concat('{"id":"', id, '","seq":', seq, ',"effectiveDate":"',
      effective_date, '","postedAt":"', posted_at, '","payload":{"kind":"', kind, '"',
      case when payload = '{}' then '' else ',' end, substr(payload::text, 2), '}'), ',') as events
    from (
      select account_id, seq, id, effective_date, posted_at, kind, payload from account_event
      where account_id = any(${plainArray(accountIds)}::uuid[]) order by account_id, seq) as event
    group by account_id
  `.execute(db)
  const texts = new Map(rows.map((row) => [row.account_id, row.events]))
  return { of: (accountId) => historyOf(texts.get(accountId) ?? '') }
}

type HistoryRow = { readonly account_id: string; readonly events: string }

// What was parsed is the event: making another of each costs as much again.
function historyOf(text: string): AccountEvent[] {
  const events: Parsed[] = JSON.parse(`[${text}]`)
  for (const [at, event] of events.entries()) {
    assert(event.seq === at + 1, 'events come whole and in the order of recording')
    event.postedAt = isoInstant(event.postedAt)
  }
  return events
}

type Parsed = Omit<AccountEvent, 'postedAt'> & { postedAt: string }
