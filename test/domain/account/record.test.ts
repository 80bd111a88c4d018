import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { postingsOf } from '#src/domain/account/ledger.ts'
import { record, recordAll } from '#src/domain/account/record.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { LEDGER_ACCOUNTS } from '#src/domain/ledger/ledger-account.ts'
import { debitBalance, type Posting, postingKey } from '#src/domain/ledger/posting.ts'
import { anyHistory } from '#test/support/arbitrary-loan.ts'

test('posting event by event ends where one replay of all events ends', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const written = recordAll(events).map((line) => line.posting)
      const replayed = postingsOf(replayLoan(events))
      for (const name of LEDGER_ACCOUNTS) {
        assert.equal(debitBalance(written, name), debitBalance(replayed, name), name)
      }
      assert.deepEqual(standing(written).sort(), replayed.map(postingKey).sort())
    }),
    { numRuns: 40 },
  )
})

test('recording one event writes what recording all of them writes for it', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const last = events.at(-1)
      assert.ok(last)
      const written = recordAll(events).filter((line) => line.recordedBy === last.id)
      const { postings, ledger } = record(events.slice(0, -1), last)
      assert.deepEqual(
        postings,
        written.map((line) => line.posting),
      )
      assert.deepEqual(ledger, replayLoan(events))
    }),
    { numRuns: 40 },
  )
})

test('every line written is a positive amount between two accounts, and no line is reversed before it stood', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const standingNow = new Map<string, number>()
      for (const { posting } of recordAll(events)) {
        assert.ok(posting.amount > 0 && posting.debit !== posting.credit)
        const key = postingKey(posting.isReversal ? exchanged(posting) : posting)
        const count = (standingNow.get(key) ?? 0) + (posting.isReversal ? -1 : 1)
        assert.ok(count >= 0, key)
        standingNow.set(key, count)
      }
    }),
    { numRuns: 40 },
  )
})

function standing(written: readonly (Posting & { isReversal: boolean })[]): string[] {
  const lines: string[] = []
  for (const line of written) {
    if (!line.isReversal) lines.push(postingKey(line))
    else lines.splice(lines.indexOf(postingKey(exchanged(line))), 1)
  }
  return lines
}

function exchanged(line: Posting): Posting {
  return { ...line, debit: line.credit, credit: line.debit }
}
