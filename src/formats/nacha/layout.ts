// The records of an ACH file: what stands in which columns, counted from 1, both ends included.
// Source: the layout of the Nacha Operating Rules, Appendix Three, as banks print it (Regions Bank,
// NACHA file layout guide, 2013); returns and changes by Appendices Four and Five.
// Example: part(line, ENTRY.amount) is columns 30 to 39 of an entry.
import { assert } from '#src/domain/assert.ts'

export const RECORD_LENGTH = 94
export const BLOCKING_FACTOR = 10

type Span = readonly [first: number, last: number]
type Layout = Readonly<Record<string, Span>>

/** What is written into each column field; reserved ones stay blank. */
type Values<L extends Layout> = {
  readonly [K in Exclude<keyof L, `reserved${string}`>]: string | number
}

/** What stands in some columns, blanks included. */
export function part(line: string, [first, last]: Span): string {
  return line.slice(first - 1, last)
}

/** The same without the blanks around it. */
export function trimmed(line: string, span: Span): string {
  return part(line, span).trim()
}

/** The number in some columns; null unless they hold nothing but digits. */
export function numberIn(line: string, span: Span): number | null {
  const [first, last] = span
  let value = 0
  // By character codes: each entry is asked three times.
  for (let at = first - 1; at < last; at += 1) {
    const digit = line.charCodeAt(at) - ZERO_CODE
    if (!(digit >= 0 && digit <= 9)) return null
    value = value * 10 + digit
  }
  return value
}

const ZERO_CODE = 48

/**
 * One record: text to the left and filled with blanks, numbers to the right and filled with zeros.
 * What does not fit is a defect of the caller, who checks first; it throws.
 */
export function compose<L extends Layout>(layout: L, values: Values<L>): string {
  const given: Readonly<Record<string, string | number>> = values
  let line = ''
  for (const { name, size } of fieldsOf(layout)) {
    const value = given[name] ?? ''
    const text = typeof value === 'number' ? String(value).padStart(size, '0') : value.padEnd(size)
    assert(text.length === size, `${name} does not fit into its ${size} columns`)
    line += text
  }
  return line
}

/** Taken apart once for each kind of record, not for each record. */
function fieldsOf(layout: Layout): readonly Field[] {
  const known = FIELDS.get(layout)
  if (known !== undefined) return known
  const fields = Object.entries(layout).map(([name, [first, last]]) => ({
    name,
    size: last - first + 1,
  }))
  FIELDS.set(layout, fields)
  return fields
}

type Field = { readonly name: string; readonly size: number }

const FIELDS = new WeakMap<Layout, readonly Field[]>()

export const FILE_HEADER = {
  recordType: [1, 1],
  priorityCode: [2, 3],
  destination: [4, 13],
  origin: [14, 23],
  createdOn: [24, 29],
  createdAt: [30, 33],
  modifier: [34, 34],
  recordSize: [35, 37],
  blockingFactor: [38, 39],
  formatCode: [40, 40],
  destinationName: [41, 63],
  originName: [64, 86],
  reference: [87, 94],
} as const satisfies Layout

export const BATCH_HEADER = {
  recordType: [1, 1],
  service: [2, 4],
  companyName: [5, 20],
  discretionaryData: [21, 40],
  companyId: [41, 50],
  class: [51, 53],
  description: [54, 63],
  descriptiveDate: [64, 69],
  effective: [70, 75],
  /** Filled by the operator: the day of the year on which the batch settles. */
  reservedSettlementDay: [76, 78],
  originatorStatus: [79, 79],
  odfi: [80, 87],
  number: [88, 94],
} as const satisfies Layout

export const ENTRY = {
  recordType: [1, 1],
  code: [2, 3],
  rdfi: [4, 11],
  checkDigit: [12, 12],
  account: [13, 29],
  amount: [30, 39],
  identification: [40, 54],
  name: [55, 76],
  /** In WEB and TEL entries the payment type: R recurring, S single. */
  discretionaryData: [77, 78],
  addendaIndicator: [79, 79],
  trace: [80, 94],
} as const satisfies Layout

/** What other classes keep elsewhere: IAT accounts, CTX names, ADV accounts and amounts. */
export const OTHER_ENTRY = {
  iatAccount: [40, 74],
  ctxName: [59, 74],
  advAccount: [13, 27],
  advAmount: [28, 39],
} as const satisfies Layout

export const ADDENDA = {
  recordType: [1, 1],
  type: [2, 3],
  information: [4, 83],
  sequence: [84, 87],
  entrySequence: [88, 94],
} as const satisfies Layout

export const RETURN_ADDENDA = {
  code: [4, 6],
  originalTrace: [7, 21],
  dateOfDeath: [22, 27],
  originalRdfi: [28, 35],
  information: [36, 79],
  /** Of dishonored returns (R61 to R70) and contested ones (R71 to R77). */
  returnTrace: [39, 53],
  returnSettlementDay: [54, 56],
  returnCode: [57, 58],
  dishonorTrace: [59, 73],
  dishonorSettlementDay: [74, 76],
  dishonorCode: [77, 78],
  trace: [80, 94],
} as const satisfies Layout

export const CHANGE_ADDENDA = {
  code: [4, 6],
  originalTrace: [7, 21],
  originalRdfi: [28, 35],
  corrected: [36, 64],
  /** Of refused notifications (C61 to C69): the code that is refused. */
  refusedCode: [65, 67],
  trace: [80, 94],
} as const satisfies Layout

export const BATCH_CONTROL = {
  recordType: [1, 1],
  service: [2, 4],
  entryAndAddendaCount: [5, 10],
  entryHash: [11, 20],
  debits: [21, 32],
  credits: [33, 44],
  companyId: [45, 54],
  reservedAuthentication: [55, 73],
  reserved: [74, 79],
  odfi: [80, 87],
  number: [88, 94],
} as const satisfies Layout

export const FILE_CONTROL = {
  recordType: [1, 1],
  batchCount: [2, 7],
  blockCount: [8, 13],
  entryAndAddendaCount: [14, 21],
  entryHash: [22, 31],
  debits: [32, 43],
  credits: [44, 55],
  reserved: [56, 94],
} as const satisfies Layout

/** Totals of automated accounting advices (ADV) have twenty digits. */
export const ADV_TOTALS = {
  batchDebits: [21, 40],
  batchCredits: [41, 60],
  fileDebits: [32, 51],
  fileCredits: [52, 71],
} as const satisfies Layout
