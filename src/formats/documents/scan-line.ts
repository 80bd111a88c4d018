// The line at the foot of a coupon that a scanner of checks reads: account, due date, cents, and
// two digits by which a misread one is found (ISO 7064, MOD 97-10).
// Example: 1048264417, 2026-12-05, 512.55: "1048264417 261205 0000051255 32".
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'

export function scanLine(coupon: {
  readonly accountNumber: string
  readonly due: CivilDate
  readonly amount: Cents
}): string {
  const account = coupon.accountNumber.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const due = coupon.due.slice(2).replaceAll('-', '')
  const amount = String(coupon.amount).padStart(10, '0')
  const check = 98 - remainder(`${account}${due}${amount}00`)
  return [account, due, amount, String(check).padStart(2, '0')].join(' ')
}

/** Whether the line was read as it was printed. */
export function isScanLine(line: string): boolean {
  return remainder(line.replaceAll(' ', '')) === 1
}

/** Of the number that the symbols stand for, letters as 10 to 35. */
function remainder(symbols: string): number {
  let rest = 0
  for (const symbol of symbols)
    for (const digit of String(Number.parseInt(symbol, 36))) rest = (rest * 10 + Number(digit)) % 97
  return rest
}
