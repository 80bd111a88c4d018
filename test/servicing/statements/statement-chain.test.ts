// Statements of random lives, printed month by month with what was known then and corrected at
// random: those that hold always add up, each begins where the one before it ends, and the last one
// ends where the ledger stood as known when it was made.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { AccountEvent } from '#src/domain/account/event.ts'
import { ledgerThrough, positionOn, replay, replayLoan } from '#src/domain/account/replay.ts'
import { statementOf } from '#src/domain/account/statement/statement.ts'
import { isUnchanged, statementChanges } from '#src/domain/account/statement/statement-changes.ts'
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { printedClosing } from '#src/servicing/documents/statement-facts.ts'
import {
  asPrinted,
  outdatedOf,
  type PrintedStatement,
  restated,
} from '#src/servicing/statements/statement-chain.ts'
import type { KeptDocument } from '#src/store/documents/documents.ts'
import { anyHistory, spanOf } from '#test/support/arbitrary-loan.ts'
import { COMMON_STATEMENT } from '#test/support/judge-statements.ts'

type Book = { kept: KeptDocument[]; made: number }

function keep(book: Book, facts: StatementFacts): void {
  book.made += 1
  const correction = facts.corrects?.number ?? 0
  const kept = { id: `paper-${book.made}`, onDate: facts.on, correction }
  // Only what the chain reads of a row.
  book.kept.push({ ...kept, facts: JSON.stringify(facts) } as KeptDocument)
  const order = (one: KeptDocument) => `${one.onDate} ${String(one.correction).padStart(4, '0')}`
  book.kept.sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The statement of a day that comes next, by what is known. */
function print(book: Book, known: readonly AccountEvent[], on: CivilDate): void {
  const all = asPrinted(book.kept).map(({ facts }) => facts)
  const last = all.at(-1)
  const after = last?.on ?? null
  const figures = statementOf(known, {
    after,
    on,
    printed: last ? printedClosing(last, all) : null,
  })
  const since = known[0]?.effectiveDate ?? on
  const from = after === null ? since : addDays(after, 1)
  keep(book, {
    ...COMMON_STATEMENT,
    ...figures,
    writtenOn: on,
    from,
    on,
    since,
    events: known.length,
  })
}

const judged = { outdated: 0, asKnown: 0 }

/** Its history replayed through its own day, as it was printed. */
function differsAlone(
  known: readonly AccountEvent[],
  all: readonly PrintedStatement[],
  { facts }: PrintedStatement,
): boolean {
  const earlier = all.map((one) => one.facts).filter(({ on }) => on < facts.on)
  const last = earlier.at(-1)
  const figures = statementOf(known, {
    after: addDays(facts.from, -1),
    on: facts.on,
    printed: last ? printedClosing(last, earlier) : null,
  })
  return !isUnchanged(statementChanges(facts, figures))
}

/** How many papers came in another's place. */
function correct(book: Book, known: readonly AccountEvent[], at: number): number {
  const all = asPrinted(book.kept)
  const current = all.filter(({ isCurrent }) => isCurrent)
  const chosen = current[at % current.length]
  assert.ok(chosen)
  const loaded = { events: known as never, ledger: replay(known) }
  const chain = restated(loaded, all, chosen.facts.on)
  // What the list of all says in one pass is what each says when it is replayed alone.
  const outdated = outdatedOf(loaded, all)
  for (const one of current) {
    const isOutdated = differsAlone(known, all, one)
    judged[isOutdated ? 'outdated' : 'asKnown'] += 1
    assert.equal(outdated.has(one), isOutdated)
  }
  assert.equal(outdated.size, current.filter((one) => outdated.has(one)).length)
  assert.equal(chain.length > 0, outdated.has(chosen))
  for (const { printed, figures, changes } of chain) {
    const { from, on, since } = printed.facts
    const corrects = {
      ...{ document: printed.kept.id, code: printed.facts.code, changes },
      ...{ writtenOn: printed.facts.writtenOn, number: printed.kept.correction + 1 },
      ...{ reason: 'recordedLate' as const, latest: null },
    }
    const own = { writtenOn: on, from, on, since, events: known.length, corrects }
    keep(book, { ...COMMON_STATEMENT, ...figures, ...own })
  }
  if (chain.length > 0) judgeNothingTwice(book, chosen.facts.on)
  return chain.length
}

/** What a corrected statement tells, none after it tells again. */
function judgeNothingTwice(book: Book, day: CivilDate): void {
  const later = holding(book).filter(({ facts }) => facts.on > day)
  for (const { facts } of later) {
    assert.deepEqual(facts.changes.corrections, { balance: 0, charges: 0 })
    assert.deepEqual(
      facts.lines.filter((line) => line.on < facts.from),
      [],
    )
  }
}

function holding(book: Book): PrintedStatement[] {
  return asPrinted(book.kept).filter(({ isCurrent }) => isCurrent)
}

function judge(book: Book, byNumber: (count: number) => readonly AccountEvent[]): void {
  const all = holding(book)
  for (const [at, { facts }] of all.entries()) {
    const { opening, changes, closing } = facts
    for (const side of ['balance', 'charges'] as const) {
      const moved = Object.values(changes).reduce((sum, change) => sum + change[side], 0)
      assert.equal(opening[side] + moved, closing[side])
    }
    const before = all[at - 1]
    if (before) {
      assert.deepEqual(opening, before.facts.closing)
      assert.equal(facts.from, addDays(before.facts.on, 1))
    }
  }
  const last = all.at(-1)?.facts
  assert.ok(last)
  const position = positionOn(replayLoan(byNumber(last.events), { through: last.on }), last.on)
  assert.equal(last.closing.balance, position.principal)
  assert.equal(last.closing.charges, position.lateCharges + position.fees)
}

test('whatever is recorded late and whichever statement is corrected, those that hold add up', () => {
  const count = { corrections: 0, later: 0, again: 0, untouched: 0 }
  fc.assert(
    fc.property(
      anyHistory,
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.nat({ max: 11 }), { minLength: 24, maxLength: 24 }),
      (events, months, choices) => {
        const { first, last } = spanOf(events)
        const known = (size: number) => events.slice(0, size)
        const book: Book = { kept: [], made: 0 }
        const sizeAt = (at: number) =>
          Math.min(events.length, Math.max(1, Math.ceil((events.length * at) / (months * 3))))
        for (let on = addDays(first, 30), at = 1; on <= last && at <= 24; at += 1) {
          print(book, known(sizeAt(at)), on)
          judge(book, known)
          const choice = choices[at - 1] ?? 0
          if (choice > 4) {
            const made = correct(book, known(sizeAt(at + 1)), choice)
            if (made > 0) count.corrections += 1
            else count.untouched += 1
            if (made > 1) count.later += 1
            judge(book, known)
          }
          on = addDays(on, 30)
        }
        count.again += book.kept.filter(({ correction }) => correction > 1).length
      },
    ),
    { numRuns: 200 },
  )
  assert.ok(count.corrections > 100, JSON.stringify(count))
  assert.ok(count.later > 30 && count.again > 10 && count.untouched > 10, JSON.stringify(count))
  assert.ok(judged.outdated > 100 && judged.asKnown > 100, JSON.stringify(judged))
})

test('a ledger cut at a day is the one that is replayed through it', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (events, at) => {
      const { first, last } = spanOf(events)
      const days = Math.max(1, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000))
      const on = addDays(first, at % days)
      assert.deepEqual(ledgerThrough(replay(events), on), replay(events, { through: on }))
    }),
  )
})
