// The events of many accounts as their replay needs them. One row an account: taking apart some
// fields of each event costs several times more than one parse of them all. The text of each event
// is put together field by field: making JSON of them takes the server half as long again.
import { sql } from 'kysely'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
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
    select account_id, string_agg(concat('[', seq, ',"', id, '","', effective_date, '","',
      posted_at, '","', kind, '",', payload, ']'), ',') as events
    from (
      select account_id, seq, id, effective_date, posted_at, kind, payload from account_event
      where account_id = any(${plainArray(accountIds)}::uuid[]) order by account_id, seq) as event
    group by account_id
  `.execute(db)
  const texts = new Map(rows.map((row) => [row.account_id, row.events]))
  return {
    of: (accountId) => {
      const fields: readonly EventFields[] = JSON.parse(`[${texts.get(accountId) ?? ''}]`)
      return fields.map(eventOf)
    },
  }
}

type EventFields = readonly [
  seq: number,
  id: string,
  effectiveDate: CivilDate,
  postedAt: string,
  kind: string,
  payload: object,
]

type HistoryRow = { readonly account_id: string; readonly events: string }

function eventOf(fields: EventFields, at: number): AccountEvent {
  const [seq, id, effectiveDate, postedAt, kind, payload] = fields
  assert(seq === at + 1, 'events come whole and in the order of recording')
  return {
    id,
    seq,
    effectiveDate,
    postedAt: isoInstant(postedAt),
    payload: { kind, ...payload } as EventPayload,
  }
}
