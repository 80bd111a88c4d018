/** What happened on a business day, counted; money in cents. What is absent did not happen. */
export type DayTally = Readonly<Partial<Record<Counted, number>>>

export type Counted =
  | 'accounts'
  | 'files'
  | 'entries'
  | 'debited'
  | 'posted'
  | 'returned'
  | 'lateCharges'
  | 'quotesEnded'
  | 'paymentsAnnounced'
  | 'bankAccountsVerified'
  | 'bankAccountsFailed'
  | 'pastDue'

export function addTally(a: DayTally, b: DayTally): DayTally {
  const sum: Partial<Record<Counted, number>> = { ...a }
  for (const [name, count] of Object.entries(b) as [Counted, number][])
    if (count > 0) sum[name] = (sum[name] ?? 0) + count
  return sum
}
