import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Db } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner } from '../context.ts'

/**
 * The obligor's own saved card as it may be charged on a day; null for a card that is typed on the
 * processor's page. Refuses one that was removed or stopped, or that has expired by then.
 */
export async function savedCardOf(
  db: Db,
  owner: Owner,
  asked: { readonly id: string | null; readonly on: CivilDate },
): Promise<Outcome<FundingAccount | null>> {
  const { id, on } = asked
  if (id === null) return accepted(null)
  const card = await readFundingAccount(db, { ...owner, id })
  return card && isGood(card, on) ? accepted(card) : refused({ code: 'savedCardNotUsable' })
}

/** A card that is kept, and that its bank has not refused for good. */
export function isGood(
  { kind, removedAt, state, expiresOn }: FundingAccount,
  on: CivilDate,
): boolean {
  const isKept = kind === 'card' && removedAt === null && state === 'verified'
  return isKept && expiresOn !== null && expiresOn >= on
}
