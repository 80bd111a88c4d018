// A file of payments as a lockbox sends it, its last line right.
import { cents, toDollars } from '#src/domain/money.ts'

export type CreditLine = {
  readonly account: string
  readonly amount: number
  readonly reference: string
  readonly day?: string
  readonly payer?: string
}

export function credits(lines: readonly CreditLine[]): string {
  const rows = lines.map(({ account, amount, reference, day = '2026-11-20', payer = 'A' }) =>
    [account, toDollars(cents(amount)), day, reference, `"${payer}"`].join(','),
  )
  const total = toDollars(cents(lines.reduce((all, { amount }) => all + amount, 0)))
  const head = 'account,amount,received,reference,payer'
  return [head, ...rows, `total,${lines.length},${total}`, ''].join('\n')
}
