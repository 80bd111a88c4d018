// Files of ours for the tests of writing and reading.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type {
  AchBatch,
  AchEntry,
  AchFile,
  AchHead,
  AchPurpose,
  AchTotals,
} from '#src/formats/nacha/ach-file.ts'
import type { NachaReading } from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { writeNacha } from '#src/formats/nacha/write-nacha.ts'

export const HEAD: AchHead = {
  destination: '073000228',
  destinationName: 'SAMPLE BANK',
  origin: '1234567890',
  originName: 'LAKESIDE AUTO FINANCE',
  createdOn: date('2026-12-04'),
  createdAt: '17:05',
  modifier: 'A',
  reference: '',
}

export const COMPANY = { name: 'LAKESIDE AUTO', id: '1234567890', odfi: '07300022' }

export const JOSE = {
  routing: '231380104',
  account: '123456789',
  kind: 'checking',
  name: 'José Núñez',
} as const

/** Savings, and a name that is cut after 22 characters. */
export const ANN = {
  routing: '081000210',
  account: '0012-34567',
  kind: 'savings',
  name: 'Ann  Sample-Østergård–Llewellyn',
} as const

export function debit(amount: number, more: Partial<AchEntry> = {}): AchEntry {
  return {
    receiver: JOSE,
    direction: 'debit',
    amount: cents(amount),
    identification: 'PAY-0000000001',
    recurrence: null,
    sequence: 1,
    ...more,
  }
}

export function credit(amount: number, more: Partial<AchEntry> = {}): AchEntry {
  return debit(amount, { direction: 'credit', ...more })
}

export function batch(
  purpose: AchPurpose,
  entries: Iterable<AchEntry>,
  more: Partial<AchBatch> = {},
): AchBatch {
  const effective = date('2026-12-07')
  return { number: 1, company: COMPANY, effective, sameDay: null, purpose, entries, ...more }
}

export function file(batches: Iterable<AchBatch>, more: Partial<AchFile> = {}): AchFile {
  return { head: HEAD, batches, lineEnd: 'lf', ...more }
}

export function written(of: AchFile): { readonly text: string; readonly totals: AchTotals } {
  const lines = writeNacha(of)
  let text = ''
  for (;;) {
    const { done, value } = lines.next()
    if (done) return { text, totals: value }
    text += value
  }
}

export function golden(name: string): string {
  return readFileSync(resolve(import.meta.dirname, 'golden', `${name}.ach`), 'utf8')
}

export function read(text: string): NachaReading {
  return readNacha(Buffer.from(text))
}

/** Where problems are: "3 check digit". */
export function placesOf({ problems }: NachaReading): string[] {
  return problems.map(({ line, field }) => `${line} ${field}`)
}
