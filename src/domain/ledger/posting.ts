// One line of a transaction. It balances by itself: a debit account, a credit account, a positive
// amount.
// Example: {debit: 'cash', credit: 'principal', amount: 292.49} lowers what is owed by 292.49.

import { assert } from '../assert.ts'
import type { CivilDate } from '../calendar.ts'
import { type Cents, cents } from '../money.ts'
import type { LedgerAccount } from './ledger-account.ts'

export type Posting = {
  /** Id of the event that caused it. */
  readonly eventId: string
  readonly effectiveDate: CivilDate
  readonly debit: LedgerAccount
  readonly credit: LedgerAccount
  /** Always positive. */
  readonly amount: Cents
}

/** Builds a posting; refuses a zero or negative amount and a posting onto itself. */
export function posting(line: Posting): Posting {
  assert(line.amount > 0, `posting of ${line.amount} cents`)
  assert(line.debit !== line.credit, `posting from ${line.debit} to itself`)
  return line
}

/** Debits less credits of one ledger account over some postings, in cents. */
export function debitBalance(postings: Iterable<Posting>, account: LedgerAccount): Cents {
  let total = 0
  for (const line of postings) {
    if (line.debit === account) total += line.amount
    if (line.credit === account) total -= line.amount
  }
  return cents(total)
}

/** Two postings that say the same, whatever their rows are called. */
export function postingKey(line: Posting): string {
  return [line.eventId, line.effectiveDate, line.debit, line.credit, line.amount].join('|')
}
