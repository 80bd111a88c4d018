// A stored event, and events as columns: any number of them is written by one statement.
import { sql } from 'kysely'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { bytesArray, plainArray } from './plain-array.ts'

export type StoredEvent = AccountEvent & {
  readonly accountId: string
  readonly ruleVersion: string
  readonly seal: Buffer
}

export type EventColumns = ReturnType<typeof eventColumns>

export function insertOfEvents(of: EventColumns) {
  return sql`
    insert into account_event (account_id, seq, id, effective_date, posted_at, kind, payload,
      rule_version, seal)
    select * from unnest(${of.accountIds}::uuid[], ${of.seqs}::integer[], ${of.ids}::uuid[],
      ${of.effectiveDates}::date[], ${of.postedAts}::timestamptz[], ${of.kinds}::text[],
      ${of.contents}::jsonb[], ${of.ruleVersions}::text[], ${of.seals}::bytea[])
  `
}

export function eventColumns(events: readonly StoredEvent[]) {
  return {
    accountIds: plainArray(events.map((event) => event.accountId)),
    seqs: plainArray(events.map((event) => event.seq)),
    ids: plainArray(events.map((event) => event.id)),
    effectiveDates: plainArray(events.map((event) => event.effectiveDate)),
    postedAts: plainArray(events.map((event) => event.postedAt)),
    kinds: plainArray(events.map((event) => event.payload.kind)),
    contents: events.map(contentOf),
    // The lender's own words.
    ruleVersions: events.map((event) => event.ruleVersion),
    seals: bytesArray(events.map((event) => event.seal)),
  }
}

// The kind has its own column and is kept only there.
function contentOf(event: StoredEvent): string {
  const { kind: _, ...content } = event.payload
  return JSON.stringify(content)
}
