// What the network's rules make of a batch's purpose.
// Source: Nacha Operating Rules by bank originator guides: description words (RETRY PYMT,
// RETURN FEE, REVERSAL, ACCTVERIFY), service classes 200, 220 and 225, codes 22, 27, 28 and 32, 37,
// 38; micro-entries under 1.00.
import { unreachable } from '#src/domain/assert.ts'
import type { AchClass, AchEntry, AchPurpose } from './ach-file.ts'

export type BatchForm = {
  readonly class: AchClass
  readonly service: '200' | '220' | '225'
  readonly description: string
  readonly directions: readonly AchEntry['direction'][]
  /** Least and most of one amount, in cents. */
  readonly amounts: readonly [least: number, most: number]
}

/** Ten digits of cents. */
export const MOST_OF_AN_ENTRY = 9_999_999_999

export function formOf(purpose: AchPurpose): BatchForm {
  switch (purpose.kind) {
    case 'debits':
      return debits(purpose.class, purpose.description)
    case 'retries':
      return debits(purpose.class, 'RETRY PYMT')
    case 'returnFees':
      return debits(purpose.class, 'RETURN FEE')
    case 'prenotes':
      return { ...debits(purpose.class, purpose.description), amounts: [0, 0] }
    case 'refunds':
      return credits('PPD', purpose.description)
    case 'accountCheck':
      return accountCheck(purpose.withDebits)
    case 'reversals':
      return purpose.of === 'debits'
        ? credits(purpose.class, 'REVERSAL')
        : debits(purpose.class, 'REVERSAL')
    default:
      return unreachable(purpose)
  }
}

/** The code of an entry: checking 2x, savings 3x; credit x2, debit x7, announced debit x8. */
export function transactionCode(
  { receiver, direction }: Pick<AchEntry, 'receiver' | 'direction'>,
  purpose: AchPurpose,
): string {
  const debit = purpose.kind === 'prenotes' ? '8' : '7'
  return `${receiver.kind === 'checking' ? '2' : '3'}${direction === 'credit' ? '2' : debit}`
}

/**
 * Descriptions that mean something to the network, so that no lender's own words may be one of
 * them: the entry would be taken for something it is not. A loan payment is no PURCHASE.
 */
export const RESERVED_DESCRIPTIONS: ReadonlySet<string> = new Set([
  ...['REVERSAL', 'RECLAIM', 'NONSETTLED', 'AUTOENROLL', 'REDEPCHECK', 'NO CHECK', 'RETURN FEE'],
  ...['HCCLAIMPMT', 'RETRY PYMT', 'ACCTVERIFY', 'PURCHASE', 'PAYROLL'],
])

function debits(of: AchClass, description: string): BatchForm {
  const form = { class: of, service: '225', directions: ['debit'], description } as const
  return { ...form, amounts: [1, MOST_OF_AN_ENTRY] }
}

function credits(of: AchClass, description: string): BatchForm {
  const form = { class: of, service: '220', directions: ['credit'], description } as const
  return { ...form, amounts: [1, MOST_OF_AN_ENTRY] }
}

function accountCheck(withDebits: boolean): BatchForm {
  const form = { class: 'PPD', description: 'ACCTVERIFY', amounts: [1, 99] } as const
  return withDebits
    ? { ...form, service: '200', directions: ['credit', 'debit'] }
    : { ...form, service: '220', directions: ['credit'] }
}
