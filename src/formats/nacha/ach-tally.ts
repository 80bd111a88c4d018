// Counts, hashes and totals while an ACH file is written.
import { cents } from '#src/domain/money.ts'
import type { AchFault } from './ach-faults.ts'
import type { AchEntry, AchPurpose, AchTotals } from './ach-file.ts'
import { BLOCKING_FACTOR } from './layout.ts'

/** Only the rightmost ten digits of a hash are written. */
export const HASH_MODULUS = 10_000_000_000
const MOST_TOTAL = 999_999_999_999
const MOST_IN_A_BATCH = 999_999
const MOST_IN_A_FILE = 99_999_999
const MOST_BATCHES = 999_999

export class BatchTally {
  entries = 0
  entryHash = 0
  debits = 0
  credits = 0
  #last = 0
  readonly #isAccountCheck: boolean
  /** What each account of a batch that checks accounts gets, less what is taken from it. */
  readonly #byAccount = new Map<string, number>()

  constructor(purpose: AchPurpose) {
    this.#isAccountCheck = purpose.kind === 'accountCheck'
  }

  /** False when its number does not rise. */
  add({ receiver, direction, amount, sequence }: AchEntry): boolean {
    if (sequence <= this.#last) return false
    this.#last = sequence
    this.entries += 1
    this.entryHash = (this.entryHash + Number(receiver.routing.slice(0, 8))) % HASH_MODULUS
    this[direction === 'debit' ? 'debits' : 'credits'] += amount
    if (this.#isAccountCheck) {
      const key = `${receiver.routing} ${receiver.account}`
      const net = this.#byAccount.get(key) ?? 0
      this.#byAccount.set(key, net + (direction === 'credit' ? amount : -amount))
    }
    return true
  }

  fault(): AchFault | null {
    if (this.entries === 0) return { field: 'entries', reason: 'empty' }
    if (this.entries > MOST_IN_A_BATCH) return { field: 'entries', reason: 'tooLarge' }
    if (Math.max(this.debits, this.credits) > MOST_TOTAL) return TOTALS_TOO_LARGE
    const isTaken = [...this.#byAccount.values()].some((net) => net < 0)
    return isTaken ? { field: 'amount', reason: 'debitsAboveCredits' } : null
  }
}

export class FileTally {
  #batches = 0
  #lastBatch = 0
  #entries = 0
  #entryHash = 0
  #debits = 0
  #credits = 0

  isNextBatch(number: number): boolean {
    const isRising = number > this.#lastBatch
    this.#lastBatch = number
    return isRising
  }

  add(batch: BatchTally): void {
    this.#batches += 1
    this.#entries += batch.entries
    this.#entryHash = (this.#entryHash + batch.entryHash) % HASH_MODULUS
    this.#debits += batch.debits
    this.#credits += batch.credits
  }

  fault(): AchFault | null {
    if (this.#batches === 0) return { field: 'batches', reason: 'empty' }
    if (this.#batches > MOST_BATCHES) return { field: 'batches', reason: 'tooLarge' }
    if (this.#entries > MOST_IN_A_FILE) return { field: 'entries', reason: 'tooLarge' }
    return Math.max(this.#debits, this.#credits) > MOST_TOTAL ? TOTALS_TOO_LARGE : null
  }

  /** The totals, and how many lines there are without padding. */
  close(): { readonly totals: AchTotals; readonly lines: number } {
    const lines = 2 + 2 * this.#batches + this.#entries
    const totals = {
      batches: this.#batches,
      blocks: Math.ceil(lines / BLOCKING_FACTOR),
      entries: this.#entries,
      entryHash: this.#entryHash,
      debits: cents(this.#debits),
      credits: cents(this.#credits),
    }
    return { totals, lines }
  }
}

const TOTALS_TOO_LARGE: AchFault = { field: 'totals', reason: 'tooLarge' }
