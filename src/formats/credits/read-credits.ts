// A file of payments that came another way than by the portal, such as a lockbox's list of checks
// (docs/operating/CREDITS.md). It is read as a whole: with one line in doubt nothing is taken.
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { type Cents, cents, parseDollars, sum } from '#src/domain/money.ts'

export type Credit = {
  /** In the file, from 1. */
  readonly line: number
  /** As it was written. */
  readonly accountNumber: string
  readonly amount: Cents
  readonly receivedOn: CivilDate
  /** By which the sender knows it; of one day no two have the same. */
  readonly reference: string
  readonly payer: string
}

export type CreditProblem = {
  readonly line: number
  readonly what:
    | 'notText'
    | 'quotes'
    | 'header'
    | 'columns'
    | 'account'
    | 'amount'
    | 'received'
    | 'reference'
    | 'repeated'
    | 'payer'
    | 'total'
    | 'count'
    | 'sum'
    | 'empty'
    | 'tooMany'
}

export type ReadCredits =
  | { readonly ok: true; readonly credits: readonly Credit[]; readonly total: Cents }
  | { readonly ok: false; readonly problems: readonly CreditProblem[] }

export const MOST_CREDITS = 5_000
const MOST_PROBLEMS = 20

const HEADER = 'account,amount,received,reference,payer'

/** For whoever makes such files. */
export const CREDITS_EXAMPLE = `account,amount,received,reference,payer
1048264417,512.55,2026-11-24,LB-1124-0001,"Elena Marsh"
1048264433,443.49,2026-11-24,LB-1124-0002,"Dana Whitlock"
total,2,956.04`

/** Dollars with two decimals, days as 2026-11-24; the last line is "total", lines, dollars. */
export function readCredits(bytes: Uint8Array): ReadCredits {
  const rows = rowsOf(bytes)
  if ('what' in rows) return { ok: false, problems: [rows] }
  const [header, ...rest] = rows
  if (header?.join(',').toLowerCase() !== HEADER) return wrong(1, 'header')
  const last = rest.at(-1)
  const end = rest.length + 1
  if (last?.[0]?.toLowerCase() !== 'total') return wrong(end, 'total')
  const body = rest.slice(0, -1)
  if (body.length === 0) return wrong(end, 'empty')
  if (body.length > MOST_CREDITS) return wrong(end, 'tooMany')
  const read = body.map((cells, at) => creditOf(cells, at + 2))
  const problems = read.flatMap((each) => ('what' in each ? [each] : []))
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) }
  const credits = read.flatMap((each) => ('what' in each ? [] : [each]))
  return judged(credits, { cells: last, line: end })
}

/** What the sender counted has to be what we count, and no payment stands in it twice. */
function judged(
  credits: readonly Credit[],
  control: { readonly cells: readonly string[]; readonly line: number },
): ReadCredits {
  const seen = new Set<string>()
  for (const { line, receivedOn, reference } of credits) {
    const key = creditClaim({ receivedOn, reference })
    if (seen.has(key)) return wrong(line, 'repeated')
    seen.add(key)
  }
  const total = sum(credits.map(({ amount }) => amount))
  const [, count, amount] = control.cells
  if (count !== String(credits.length)) return wrong(control.line, 'count')
  if (dollarsOf(amount) !== total) return wrong(control.line, 'sum')
  return { ok: true, credits, total }
}

/** The same payment, in whatever file it stands. */
export function creditClaim(of: Pick<Credit, 'receivedOn' | 'reference'>): string {
  return `${of.receivedOn} ${of.reference.toUpperCase()}`
}

function creditOf(cells: readonly string[], line: number): Credit | CreditProblem {
  const [accountNumber = '', dollars, received = '', reference = '', payer = ''] = cells
  if (cells.length !== 5) return { line, what: 'columns' }
  if (!/^[A-Za-z0-9 -]{1,40}$/.test(accountNumber)) return { line, what: 'account' }
  const amount = dollarsOf(dollars)
  if (amount === null || amount <= 0) return { line, what: 'amount' }
  const receivedOn = parseDate(received)
  if (receivedOn === null) return { line, what: 'received' }
  if (!/^[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}$/.test(reference)) return { line, what: 'reference' }
  if (payer.length > 100 || /\p{Cc}/u.test(payer)) return { line, what: 'payer' }
  return { line, accountNumber, amount, receivedOn, reference, payer }
}

/** "512.55" and nothing else: no thousands, no sign, always two decimals. */
function dollarsOf(text: string | undefined): Cents | null {
  if (!/^\d{1,9}\.\d{2}$/.test(text ?? '')) return null
  return parseDollars(text ?? '') ?? cents(0)
}

function rowsOf(bytes: Uint8Array): string[][] | CreditProblem {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (/[\0\ufffd]/.test(text)) return { line: 1, what: 'notText' }
    return parse(text, { trim: true, skip_empty_lines: true, relax_column_count: true })
  } catch (error) {
    if (error instanceof CsvError)
      return { line: Number(Reflect.get(error, 'lines')) || 1, what: 'quotes' }
    if (error instanceof TypeError) return { line: 1, what: 'notText' }
    throw error
  }
}

function wrong(line: number, what: CreditProblem['what']): ReadCredits {
  return { ok: false, problems: [{ line, what }] }
}
