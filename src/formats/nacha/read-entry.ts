// One entry record, and what can be wrong with it by itself.
import { cents } from '#src/domain/money.ts'
import { checkDigitOf } from './corrected-data.ts'
import { meaningOf } from './entry-codes.ts'
import { ENTRY, numberIn, OTHER_ENTRY, part, trimmed } from './layout.ts'
import type { ReadAddenda, ReadEntry } from './nacha-reading.ts'
import type { ProblemList } from './problem-list.ts'
import type { NachaRecord } from './split-records.ts'

export type OpenEntry = ReadEntry & {
  readonly addenda: ReadAddenda[]
  readonly direction: 'debit' | 'credit' | null
  /** Eight digits as a number; 0 when they are none. */
  readonly rdfi: number
  /** Whether an addenda record is announced; null when that is not said. */
  readonly announced: boolean | null
}

/** Advices (ADV) have a layout of their own. */
export type EntryForm = 'usual' | 'international' | 'trade' | 'advice'

/** The entry as it stands, without its addenda; `problems` gets what is wrong with it. */
export function readEntry(
  record: NachaRecord,
  of: { readonly form: EntryForm; readonly class: string; readonly problems: ProblemList },
): OpenEntry {
  const { line, text } = record
  const code = trimmed(text, ENTRY.code)
  const span = of.form === 'advice' ? OTHER_ENTRY.advAmount : ENTRY.amount
  const amount = numberIn(text, span)
  const entry: OpenEntry = {
    line,
    code,
    routing: trimmed(text, ROUTING),
    account: trimmed(text, accountSpan(of.form)),
    amount: cents(amount ?? 0),
    identification: of.form === 'international' ? '' : trimmed(text, ENTRY.identification),
    name: nameIn(text, of.form),
    discretionaryData: trimmed(text, ENTRY.discretionaryData),
    trace: trimmed(text, ENTRY.trace),
    addenda: [],
    direction: meaningOf(code)?.direction ?? null,
    rdfi: numberIn(text, ENTRY.rdfi) ?? 0,
    announced: announced(part(text, ENTRY.addendaIndicator)),
  }
  if (amount === null) of.problems.doubt(line, 'amount', 'This is not a number.')
  else checkAmount(entry, of)
  checkCode(entry, of.problems)
  checkRouting(entry, of.problems)
  if (entry.announced === null) {
    of.problems.doubt(line, 'addenda record indicator', 'This is neither 0 nor 1.')
  }
  return entry
}

/** Held when all addenda of the entry were read. */
export function checkAddenda({ line, addenda, announced }: OpenEntry, problems: ProblemList): void {
  if (announced === true && addenda.length === 0) {
    problems.doubt(line, 'addenda record indicator', 'An addenda record is announced and missing.')
  }
  if (announced === false && addenda.length > 0) {
    problems.doubt(
      line,
      'addenda record indicator',
      'Addenda records follow, and none is announced.',
    )
  }
}

/** The receiving bank's eight digits and the check digit behind them. */
const ROUTING = [ENTRY.rdfi[0], ENTRY.checkDigit[1]] as const

function accountSpan(form: EntryForm) {
  if (form === 'international') return OTHER_ENTRY.iatAccount
  return form === 'advice' ? OTHER_ENTRY.advAccount : ENTRY.account
}

/** International entries keep the name in their addenda, and trade exchanges a count before it. */
function nameIn(text: string, form: EntryForm): string {
  if (form === 'international') return ''
  return trimmed(text, form === 'trade' ? OTHER_ENTRY.ctxName : ENTRY.name)
}

function announced(indicator: string): boolean | null {
  return indicator === '1' ? true : indicator === '0' ? false : null
}

function checkCode({ line, code }: OpenEntry, problems: ProblemList): void {
  if (meaningOf(code) !== null) return
  problems.doubt(line, 'transaction code', `There is no code ${JSON.stringify(code)}.`)
}

/** Announcements and notifications of change move no money, everything else does. */
function checkAmount(
  { line, code, amount }: OpenEntry,
  of: { readonly class: string; readonly problems: ProblemList },
): void {
  const meaning = meaningOf(code)
  if (meaning === null) return
  if (of.class === 'COR' || meaning.isZero) {
    if (amount === 0) return
    of.problems.doubt(line, 'amount', 'An entry of this code and class moves no money.')
  } else if (!meaning.isBack && amount === 0 && of.class !== 'ADV') {
    of.problems.doubt(line, 'amount', 'An entry of this code moves money, and this is nothing.')
  }
}

function checkRouting({ line, routing }: OpenEntry, problems: ProblemList): void {
  if (RIGHT.has(routing)) return
  if (!/^\d{8}/.test(routing)) {
    problems.doubt(line, 'receiving bank', 'This is not eight digits.')
    return
  }
  const digit = checkDigitOf(routing.slice(0, 8))
  if (routing.slice(8) !== String(digit)) {
    const written = JSON.stringify(routing.slice(8))
    problems.doubt(line, 'check digit', `This is ${written}, and should be "${digit}".`)
  } else if (RIGHT.size < MOST_KEPT) RIGHT.add(routing)
}

/** Kept: most entries of a file are of one of a few hundred banks. */
const RIGHT = new Set<string>()
const MOST_KEPT = 20_000
