// Transaction codes: what kind of account, and which way the money goes.
// Source: moov-io/ach entryDetail.go. 2x checking, 3x savings, 4x general ledger, 5x loan, 8x
// advice; x1 to x4 credits and x6 to x9 debits, 55 and 56 debits of loans; odd advices credit, even
// debit.

export type CodeMeaning = {
  readonly direction: 'debit' | 'credit'
  /** Entries of no amount: announcements, and zero-dollar entries with remittance data. */
  readonly isZero: boolean
  /** Returns and notifications of change have codes of their own. */
  readonly isBack: boolean
}

/** Null for a code that is not known. */
export function meaningOf(code: string): CodeMeaning | null {
  return MEANINGS.get(code) ?? null
}

function meaningByRule(code: string): CodeMeaning | null {
  if (/^8[1-8]$/.test(code)) {
    const direction = Number(code) % 2 === 1 ? 'credit' : 'debit'
    return { direction, isZero: false, isBack: false }
  }
  if (!/^([234][1-46-9]|5[1-6])$/.test(code)) return null
  const last = Number(code.slice(1))
  return {
    direction: last <= 4 ? 'credit' : 'debit',
    isZero: [3, 4, 8, 9].includes(last),
    isBack: [1, 6].includes(last),
  }
}

/** 2x is checking, 3x savings: what a notification of change may make of a bank account. */
export function accountKind(code: string): 'checking' | 'savings' | null {
  if (meaningOf(code) === null) return null
  return code.startsWith('2') ? 'checking' : code.startsWith('3') ? 'savings' : null
}

/** Standard entry classes of the network. */
export const CLASSES: ReadonlySet<string> = new Set([
  ...['ACK', 'ADV', 'ARC', 'ATX', 'BOC', 'CCD', 'CIE', 'COR', 'CTX', 'DNE', 'ENR', 'IAT', 'MTE'],
  ...['POP', 'POS', 'PPD', 'RCK', 'SHR', 'TEL', 'TRC', 'TRX', 'WEB', 'XCK'],
])

/** Made once: a file asks about each of its entries. */
const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map(
  Array.from({ length: 90 }, (_, at) => String(at + 10)).flatMap((code) => {
    const meaning = meaningByRule(code)
    return meaning === null ? [] : [[code, meaning] as const]
  }),
)
