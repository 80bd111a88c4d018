// Accounts with histories of any kind, written as recording them would have: for what happens to
// whole books.
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { extend } from '#src/domain/account/extend.ts'
import { nextReview } from '#src/domain/account/next-review.ts'
import { recordAll } from '#src/domain/account/record.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { addDays, type CivilDate, daysBetween, later, parseDate } from '#src/domain/calendar.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { statusOf } from '#src/servicing/record-facts.ts'
import { sealAudit } from '#src/store/accounts/account-audit.ts'
import { insertEvents, sealEvents } from '#src/store/accounts/account-events.ts'
import { insertAccounts } from '#src/store/accounts/accounts.ts'
import { insertPostings } from '#src/store/accounts/postings.ts'
import { anyHistory } from './arbitrary-loan.ts'
import { newTestId } from './database.ts'

export type WrittenHistory = {
  readonly accountId: string
  readonly events: readonly AccountEvent[]
}

/**
 * `count` accounts whose last event is of `today` or some days before, two of three with a charge
 * to come within a month if nobody pays; the same for one `seed`.
 */
export function someHistories(of: {
  count: number
  seed: number
  today: CivilDate
}): WrittenHistory[] {
  const { count, seed, today } = of
  const all = fc
    .sample(anyHistory, { numRuns: count * 6, seed })
    .map((events, index) => historyOf(events, { index, today }))
  const isSoon = ({ events }: WrittenHistory) => {
    const next = nextReview(replayLoan(events))
    return next !== null && daysBetween(today, next) < 30
  }
  const soon = all.filter(isSoon).slice(0, Math.ceil((count * 2) / 3))
  return [...soon, ...all.filter((history) => !isSoon(history))].slice(0, count)
}

function historyOf(
  events: readonly AccountEvent[],
  at: { index: number; today: CivilDate },
): WrittenHistory {
  const last = events.map((event) => event.effectiveDate).reduce(later)
  const moved = shifted(events, daysBetween(last, at.today) - (at.index % 10))
  const ids = new Map(moved.map((event) => [event.id, newTestId()]))
  const named = moved.map((event) => withIds(event, ids))
  return { accountId: newTestId(), events: settledThrough(named, at.today) }
}

/** Writes the accounts with their events and postings, each with its next review. */
export async function writeHistories(
  ctx: ServicingContext,
  histories: readonly WrittenHistory[],
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    for (const { accountId, events } of histories) {
      const ledger = replayLoan(events)
      const { ruleVersion } = ledger.contract
      const newEvents = events.map((event) => ({ ...event, ruleVersion }))
      const sealed = sealEvents(ctx.vault, { accountId, head: null, events: newEvents })
      const { head: audit } = sealAudit(ctx.vault, { accountId, head: null, entries: [] })
      await insertAccounts(tx, [
        {
          accountId,
          accountNumber: accountId,
          product: 'loan',
          source: 'keyturn',
          status: statusOf(ledger),
          events: sealed.head,
          audit,
          lastEffectiveDate: events.map((event) => event.effectiveDate).reduce(later),
          reviewOn: nextReview(ledger),
          boardedAt: ctx.clock.now(),
          flags: [],
        },
      ])
      await insertEvents(tx, sealed.events)
      await insertPostings(tx, postingsOf(accountId, events))
    }
  })
}

function postingsOf(accountId: string, events: readonly AccountEvent[]) {
  const lines = Map.groupBy(recordAll(events), ({ recordedBy }) => recordedBy)
  return events.flatMap((event) =>
    (lines.get(event.id) ?? []).map(({ posting }, line) => ({
      ...posting,
      accountId,
      id: newTestId(),
      recordedBy: event.id,
      line,
      postedAt: event.postedAt,
    })),
  )
}

/** With the late charges that recording any of it would have settled. */
function settledThrough(events: readonly AccountEvent[], through: CivilDate): AccountEvent[] {
  const postedAt = '2025-12-31T12:00:00.000Z'
  return [...extend(events, [], { through, postedAt, newId: newTestId }).events]
}

/** Every date of the value, that many days later: contract, opening and events keep their order. */
function shifted<T>(value: T, days: number): T {
  const text = JSON.stringify(value, (_, field: unknown) => {
    const day = typeof field === 'string' ? parseDate(field) : null
    return day === null ? field : addDays(day, days)
  })
  return JSON.parse(text) as T
}

function withIds(event: AccountEvent, ids: ReadonlyMap<string, string>): AccountEvent {
  const idOf = (id: string) => ids.get(id) ?? id
  const { payload } = event
  return {
    ...event,
    id: idOf(event.id),
    postedAt: event.postedAt.replace('2040', '2025'),
    payload: payload.kind === 'reversal' ? { ...payload, of: idOf(payload.of) } : payload,
  }
}
