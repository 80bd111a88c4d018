// The events of many accounts as their replay needs them. One row an account: taking apart some
// fields of each event costs several times more than one parse of them all.
import { sql } from 'kysely'
import type { AccountEvent, EventPayload } from '#src/domain/account/event.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { isoInstant } from '../column-parsers.ts'
import type { Db } from '../database.ts'

/** By account. Parsed when asked: the events of a hundred accounts at once would all be kept. */
export type Histories = {
  /** All events in the order of recording, without their seals; none of an unknown account. */
  readonly of: (accountId: string) => AccountEvent[]
}

export async function readHistoriesOf(db: Db, accountIds: readonly string[]): Promise<Histories> {
  const { rows } = await sql<HistoryRow>`
    select account_id, json_agg(json_build_array(seq, id, effective_date, posted_at::text, kind,
      payload) order by seq)::text as events
    from account_event
    where account_id = any(${accountIds}::uuid[])
    group by account_id
  `.execute(db)
  const texts = new Map(rows.map((row) => [row.account_id, row.events]))
  return {
    of: (accountId) => {
      const fields: readonly EventFields[] = JSON.parse(texts.get(accountId) ?? '[]')
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

function eventOf([seq, id, effectiveDate, postedAt, kind, payload]: EventFields): AccountEvent {
  return {
    id,
    seq,
    effectiveDate,
    postedAt: isoInstant(postedAt),
    payload: { kind, ...payload } as EventPayload,
  }
}
