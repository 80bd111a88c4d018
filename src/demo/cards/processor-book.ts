// What the demo's card processor knows: one row for each page it opened, kept in a file of the
// demo's home so that it outlives a restart.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { TestCard } from './test-cards.ts'

/** Sent back under a key. */
export type SentBack = {
  readonly key: string
  readonly amount: number
  readonly status: 'succeeded' | 'failed'
}

export type Paid = {
  /** Paid on its page; a card is saved there; or a saved card is charged, without a page. */
  readonly mode: 'payment' | 'setup' | 'charge'
  /** The processor's number of whoever saved a card. */
  readonly customer: string | null
  /** That customer and the card were dropped; what was done with them is still told. */
  readonly isForgotten: boolean
  /** Why the bank of a saved card said no. */
  readonly declined: NonNullable<TestCard['later']> | null
  readonly refunds: readonly SentBack[]
  readonly session: string
  readonly intent: string
  readonly charge: string
  readonly metadata: Readonly<Record<string, string>>
  readonly reference: string
  readonly lines: readonly { readonly name: string; readonly amount: number }[]
  readonly locale: string
  readonly doneUrl: string
  readonly backUrl: string
  /** Seconds of wall time. */
  readonly expiresAt: number
  readonly page: 'open' | 'complete' | 'expired'
  readonly money: 'none' | 'requires_capture' | 'succeeded' | 'canceled'
  readonly card: TestCard | null
  /** Seconds, by the clock of the demo's money. */
  readonly paidAt: number | null
  readonly dispute: 'needs_response' | 'won' | 'lost' | null
}

export type ProcessorBook = {
  readonly find: (by: { session?: string; intent?: string }) => Paid | null
  readonly add: (paid: NewPage) => Paid
  readonly change: (paid: Paid, changes: Partial<Paid>) => Paid
  /** The page that was opened under a key before. */
  readonly underKey: (key: string) => Paid | null
  /** The card that a customer saved, unless it was forgotten. */
  readonly savedBy: (customer: string) => Paid | null
  /** What a customer's card was charged for, the newest first. */
  readonly chargedTo: (customer: string) => readonly Paid[]
}

export type NewPage = Pick<
  Paid,
  'mode' | 'metadata' | 'reference' | 'lines' | 'locale' | 'doneUrl' | 'backUrl' | 'expiresAt'
> & { readonly key: string } & Partial<Pick<Paid, 'customer' | 'card'>>

type Row = Paid & { readonly key: string }

/** Null: kept nowhere. */
export function openProcessorBook(file: string | null): ProcessorBook {
  const rows = new Map<string, Row>(readRows(file).map((row) => [row.session, row]))
  const keep = (row: Row) => {
    rows.set(row.session, row)
    if (file !== null) writeRows(file, [...rows.values()])
    return row
  }
  const all = () => [...rows.values()].map(closedInTime)
  return {
    find: ({ session, intent }) =>
      all().find((row) => row.session === session || row.intent === intent) ?? null,
    underKey: (key) => all().find((row) => row.key === key) ?? null,
    savedBy: (customer) =>
      all().find((row) => row.mode === 'setup' && row.customer === customer && !row.isForgotten) ??
      null,
    chargedTo: (customer) =>
      all()
        .filter((row) => row.mode === 'charge' && row.customer === customer)
        .reverse(),
    add: (page) => {
      const name = randomBytes(12).toString('hex')
      const ids = {
        session: `cs_demo_${name}`,
        intent: `pi_demo_${name}`,
        charge: `ch_demo_${name}`,
      }
      return keep({ ...NOT_PAID, ...page, ...ids })
    },
    change: (paid, changes) => {
      const row = rows.get(paid.session)
      if (!row) throw new Error(`no page ${paid.session}`)
      return keep({ ...row, ...changes })
    },
  }
}

const NOT_PAID = {
  customer: null,
  isForgotten: false,
  declined: null,
  refunds: [],
  page: 'open',
  money: 'none',
  card: null,
  paidAt: null,
  dispute: null,
} as const

export function totalOf({ lines }: Paid): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** What was sent back of it and arrived, or may still. */
export function refundedOf({ refunds }: Paid): number {
  return refunds
    .filter(({ status }) => status === 'succeeded')
    .reduce((sum, { amount }) => sum + amount, 0)
}

function closedInTime(row: Row): Row {
  const isOver = row.page === 'open' && row.expiresAt * 1000 < Date.now()
  return isOver ? { ...row, page: 'expired' } : row
}

function readRows(file: string | null): Row[] {
  if (file === null) return []
  try {
    const rows: Row[] = JSON.parse(readFileSync(file, 'utf8'))
    // An earlier release only knew payments on a page, and of what was sent back only keys.
    return rows.map((row) => {
      const refunds = (row.refunds ?? []).filter((each) => typeof each !== 'string')
      return { ...NOT_PAID, ...row, refunds, mode: row.mode ?? 'payment' }
    })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

// Under another name first: a reader never meets half of it.
function writeRows(file: string, rows: readonly Row[]): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(`${file}.new`, JSON.stringify(rows), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
