// The payment that was being made when a bank account was missing, to come back to it.
import { later, parseDate } from '#src/domain/calendar.ts'
import { firstUseOn } from '#src/domain/rules/funding/funding-check.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'

const KEPT = ['choice', 'extraAmount', 'extra', 'principalAmount', 'amount', 'on'] as const

/** Nothing else of the address is carried on. */
export function backOf(query: Readonly<Record<string, string>>): string {
  const kept = KEPT.flatMap((name) => {
    const value = query[name]
    return value === undefined || value === '' ? [] : [[name, value.slice(0, 40)]]
  })
  return new URLSearchParams(kept).toString()
}

/** The same as a form sent it. */
export function typedBack(typed: string | undefined): string {
  return backOf(Object.fromEntries(new URLSearchParams((typed ?? '').slice(0, 500))))
}

/** With the account chosen, on a day on which it can be used. */
export function paymentFrom(back: string, funding: FundingAccount): URLSearchParams {
  const query = new URLSearchParams(back)
  query.set('from', funding.id)
  const asked = parseDate(query.get('on') ?? '')
  if (!funding.check) return query
  const firstUse = firstUseOn(funding.check)
  query.set('on', asked ? later(asked, firstUse) : firstUse)
  return query
}
