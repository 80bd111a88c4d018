// What recording one more event writes: its postings, and where an older day changes, the reversal
// of what no longer holds and the postings that replace it. Nothing is ever altered.
import { type Posting, postingKey } from '../ledger/posting.ts'
import type { AccountEvent } from './event.ts'
import { type AccountLedger, postingsOf } from './ledger.ts'
import { advance, replay } from './replay.ts'

/** A posting to write; a reversal repeats the old line with debit and credit exchanged. */
export type RecordedPosting = Posting & { readonly isReversal: boolean }

/** Postings to write when `event` is recorded after `events`, and the ledger as it stands then. */
export function record(
  events: readonly AccountEvent[],
  event: AccountEvent,
  before: AccountLedger | null = events.length === 0 ? null : replay(events),
): { postings: RecordedPosting[]; ledger: AccountLedger } {
  const next = before === null ? null : advance(before, event)
  if (next) return { postings: newLines({ steps: next.steps.slice(-1) }), ledger: next }
  const ledger = replay([...events, event])
  const postings = before === null ? newLines(ledger) : difference(before, ledger)
  return { postings, ledger }
}

/**
 * Everything that recording the events one by one has written, each line with the event whose
 * recording wrote it.
 */
export function recordAll(
  events: readonly AccountEvent[],
): { recordedBy: string; posting: RecordedPosting }[] {
  const bySeq = [...events].sort((a, b) => a.seq - b.seq)
  const written: { recordedBy: string; posting: RecordedPosting }[] = []
  let ledger: AccountLedger | null = null
  bySeq.forEach((event, index) => {
    const recorded = record(bySeq.slice(0, index), event, ledger)
    for (const posting of recorded.postings) written.push({ recordedBy: event.id, posting })
    ledger = recorded.ledger
  })
  return written
}

/**
 * Lines to add to turn one set of postings into the other: reversals first, newest first, then the
 * new lines in order.
 */
function difference(of: AccountLedger, next: AccountLedger): RecordedPosting[] {
  const [before, after] = [postingsOf(of), postingsOf(next)]
  const kept = count(after)
  const gone = before.filter((line) => !take(kept, postingKey(line)))
  const had = count(before)
  const added = after.filter((line) => !take(had, postingKey(line)))
  return [
    ...gone.reverse().map((line) => ({
      ...line,
      debit: line.credit,
      credit: line.debit,
      isReversal: true,
    })),
    ...added.map((line) => ({ ...line, isReversal: false })),
  ]
}

function newLines(of: Pick<AccountLedger, 'steps'>): RecordedPosting[] {
  return postingsOf(of).map((line) => ({ ...line, isReversal: false }))
}

function count(lines: readonly Posting[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(postingKey(line), (counts.get(postingKey(line)) ?? 0) + 1)
  return counts
}

function take(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  if (left === 0) return false
  counts.set(key, left - 1)
  return true
}
