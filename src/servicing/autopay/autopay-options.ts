import { holdsAutopay } from '#src/domain/autopay/flag-events.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type Autopay, readAutopayOn } from '#src/store/autopay/autopays.ts'
import { type FundingAccount, readPaySources } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { endedRefusal } from '../payments/check-choice.ts'
import { type AutopayRules, autopayRules } from './autopay-rules.ts'
import { standingFlags } from './autopay-state.ts'
import { canBeTakenFrom, firstDebitDay } from './check-terms.ts'

export type AutopayOptions = {
  /** The first day on which a debit that is set now can count. */
  readonly today: CivilDate
  readonly rules: AutopayRules
  /** Their own that may be debited, and cards that are still good. */
  readonly fundingAccounts: readonly FundingAccount[]
  /** What is set already, to be changed; null: it is set anew. */
  readonly current: Autopay | null
}

/** What can be chosen. Refuses a closed account, and one whose autopay the co-borrower set. */
export async function autopayOptions(
  ctx: ServicingContext,
  owner: Owner,
): Promise<Outcome<AutopayOptions>> {
  const [loaded, today, own, current] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    firstDebitDay(ctx, ctx.db),
    readPaySources(ctx.db, owner),
    readAutopayOn(ctx.db, owner.accountId),
  ])
  const ended = endedRefusal(loaded)
  if (ended) return refused(ended)
  if (current && current.obligorId !== owner.obligorId)
    return refused({ code: 'autopayOfCoBorrower' })
  const flags = await standingFlags(ctx.db, loaded.account)
  if (holdsAutopay(flags, owner.obligorId)) return refused({ code: 'autopayHeld' })
  const fundingAccounts = own.filter((one) => canBeTakenFrom(one, today))
  return accepted({ today, rules: autopayRules(ctx.lender, today), fundingAccounts, current })
}
