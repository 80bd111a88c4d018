// The corrected data of a notification of change, taken apart by its change code.
// Banks put the parts of C03, C06 and C07 into differing columns, so they are split on blanks.
// Example: C07 "9876543201242415    22" is routing 987654320, account 1242415, a checking account.
import { accountKind } from './entry-codes.ts'

export type Corrected = {
  readonly routing?: string
  readonly account?: string
  readonly transactionCode?: string
  readonly kind?: 'checking' | 'savings' | null
  readonly name?: string
  readonly identification?: string
}

/**
 * What is to be used from now on; null when the data is not what its code says: a routing number
 * with a wrong check digit, an account number longer than 17, an unknown code. Then nothing is
 * changed and a person looks at it.
 */
export function parseCorrected(code: string, data: string): Corrected | null {
  const words = data.trim().split(/ +/)
  if (words[0] === '') return null
  switch (code) {
    case 'C01':
      return words.length === 1 ? account(words[0]) : null
    case 'C02':
    case 'C08':
      return words.length === 1 ? routing(words[0]) : null
    case 'C03':
      return words.length === 2 ? both(routing(words[0]), account(words[1])) : null
    case 'C04':
      return { name: data.trim() }
    case 'C05':
      return kind(words[0])
    case 'C06':
      return words.length === 2 ? both(account(words[0]), kind(words[1])) : null
    case 'C07':
      return routingAccountKind(data.trim())
    case 'C09':
      return { identification: data.trim() }
    default:
      return null
  }
}

function routingAccountKind(data: string): Corrected | null {
  const rest = data.slice(9).trim().split(/ +/)
  if (rest.length !== 2) return null
  return both(both(routing(data.slice(0, 9)), account(rest[0])), kind(rest[1]))
}

function both(one: Corrected | null, other: Corrected | null): Corrected | null {
  return one === null || other === null ? null : { ...one, ...other }
}

function routing(text: string | undefined): Corrected | null {
  if (text === undefined || !/^\d{9}$/.test(text) || !isChecked(text)) return null
  return { routing: text }
}

function account(text: string | undefined): Corrected | null {
  return text !== undefined && /^[A-Za-z0-9-]{1,17}$/.test(text) ? { account: text } : null
}

function kind(text: string | undefined): Corrected | null {
  const of = text === undefined ? null : accountKind(text)
  return text === undefined || of === null ? null : { transactionCode: text, kind: of }
}

/** The ninth digit, by the weights 3, 7 and 1 (ABA). */
export function checkDigitOf(first8: string): number {
  let total = 0
  for (let at = 0; at < 8; at += 1) {
    const weight = at % 3 === 0 ? 3 : at % 3 === 1 ? 7 : 1
    total += (first8.charCodeAt(at) - ZERO_CODE) * weight
  }
  return (10 - (total % 10)) % 10
}

const ZERO_CODE = 48

function isChecked(nine: string): boolean {
  return checkDigitOf(nine.slice(0, 8)) === Number(nine.slice(8))
}
