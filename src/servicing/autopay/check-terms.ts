// Whether an account can be paid by autopay on these terms, from that bank account.
import { type AutopayTerms, termsRefusal } from '#src/domain/autopay/autopay-terms.ts'
import { occurrencesFrom } from '#src/domain/autopay/debit-days.ts'
import { installmentsOf, isChargedOff, paymentOf } from '#src/domain/autopay/installments-of.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Db } from '#src/store/database.ts'
import { type FundingAccount, readPaySources } from '#src/store/payments/funding-accounts.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'
import { endedRefusal } from '../payments/check-choice.ts'
import { autopayRules } from './autopay-rules.ts'

export type AutopayChoice = {
  readonly terms: AutopayTerms
  readonly fundingAccountId: string
}

/** The first day on which a debit that is set now can count. */
export async function firstDebitDay(ctx: ServicingContext, db: Db): Promise<CivilDate> {
  return payableDates(ctx, await businessDay(db)).first
}

/** A verified bank account, or a card that is still good then. */
export function canBeTakenFrom({ state, expiresOn }: FundingAccount, on: CivilDate): boolean {
  return state === 'verified' && (expiresOn === null || expiresOn >= on)
}

export async function checkedTerms(
  ctx: ServicingContext,
  db: Db,
  of: { owner: Owner; loaded: LoadedAny; choice: AutopayChoice },
): Promise<Outcome<{ fundingAccount: FundingAccount; today: CivilDate }>> {
  const { owner, loaded, choice } = of
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  const contract = installmentsOf(loaded.ledger)
  if (isChargedOff(loaded.ledger) || paymentOf(contract) === 0)
    return refused({ code: 'autopayNothingToTake' })
  const today = await firstDebitDay(ctx, db)
  const wrong = termsRefusal(choice.terms, contract, autopayRules(ctx.lender, today))
  if (wrong) return refused(wrong)
  if (occurrencesFrom(choice.terms, contract, today).next().done)
    return refused({ code: 'autopayNothingToTake' })
  const own = await readPaySources(db, owner)
  const fundingAccount = own.find(({ id }) => id === choice.fundingAccountId)
  if (!fundingAccount || !canBeTakenFrom(fundingAccount, later(today, choice.terms.begins)))
    return refused({ code: 'fundingAccountNotFound' })
  return accepted({ fundingAccount, today })
}
