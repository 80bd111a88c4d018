// Notifications of change: what each code says is wrong, and by when it is put right.
// Source: change codes as moov-io/ach docs/changes.md lists them; times by bank originator guides
// (Banner Bank, Native American Bank).
import { addDays, type CivilDate, later } from '../calendar.ts'
import { addBankingDays } from '../regions/us-banking-days.ts'

export type ChangedField = 'account' | 'routing' | 'kind' | 'name' | 'identification'

export type ChangeRule =
  /** The fields that the corrected data brings. */
  | { readonly kind: 'correct'; readonly fields: readonly ChangedField[] }
  /** Something of our own entry that no data of the customer mends: a person looks at it. */
  | { readonly kind: 'review' }
  /** A notification of ours was refused, C61 to C69: between the banks. */
  | { readonly kind: 'refused' }

/** What a change code asks for; null for a code that is not known, which a person looks at. */
export function changeRule(code: string): ChangeRule | null {
  const fields = CORRECTIONS.get(code)
  if (fields !== undefined) return { kind: 'correct', fields }
  if (OWN_MISTAKES.has(code)) return { kind: 'review' }
  return /^C6[1-9]$/.test(code) ? { kind: 'refused' } : null
}

/**
 * The last day to put a change right: six banking days after it was received, or before the next
 * entry to that account if that is later.
 */
export function changeDueBy(receivedOn: CivilDate, nextEntryOn: CivilDate | null): CivilDate {
  const inTime = addBankingDays(receivedOn, 6)
  if (nextEntryOn === null) return inTime
  return later(addDays(nextEntryOn, -1), inTime)
}

const CORRECTIONS: ReadonlyMap<string, readonly ChangedField[]> = new Map([
  ['C01', ['account']],
  ['C02', ['routing']],
  ['C03', ['routing', 'account']],
  ['C04', ['name']],
  ['C05', ['kind']],
  ['C06', ['account', 'kind']],
  ['C07', ['routing', 'account', 'kind']],
  ['C08', ['routing']],
  ['C09', ['identification']],
])

/** C13 addenda format, C14 class of an international payment. */
const OWN_MISTAKES: ReadonlySet<string> = new Set(['C13', 'C14'])
