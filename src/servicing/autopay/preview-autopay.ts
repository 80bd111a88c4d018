import type { CivilDate } from '#src/domain/calendar.ts'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import { readAutopays } from '#src/store/autopay/autopays.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount, settled } from '../load-account.ts'
import { plannedOf } from './autopay-state.ts'
import { type AutopayChoice, checkedTerms, firstDebitDay } from './check-terms.ts'
import { type Foreseen, foreseeDebits } from './debit-view.ts'
import { stoppable } from './take-back.ts'

/** What a choice would take, before it is agreed to; its refusals are those of setting it. */
export async function previewAutopay(
  ctx: ServicingContext,
  owner: Owner,
  choice: AutopayChoice,
): Promise<Outcome<Foreseen & { readonly fundingAccount: FundingAccount }>> {
  const [stored, from, payments, known] = await Promise.all([
    loadAccount(ctx.db, owner.accountId),
    firstDebitDay(ctx, ctx.db),
    readPayments(ctx.db, owner.accountId),
    readAutopays(ctx.db, owner.accountId),
  ])
  const loaded = settled(ctx, stored, from)
  const checked = await checkedTerms(ctx, ctx.db, { owner, loaded, choice })
  if (!checked.ok) return checked
  const on = known.find(({ state }) => state !== 'ended')
  // A change works those out anew that can still be stopped.
  const kept = on ? stoppable(ctx, { autopay: on, payments }).stopped : []
  const others = payments.filter((payment) => !kept.includes(payment))
  const planned = plannedOf({ payments: others, debits: [] })
  const { terms } = choice
  const { fundingAccount } = checked.value
  const byCard = fundingAccount.kind === 'card'
  const by = { terms, from, planned, decided: new Set<CivilDate>(), payments: others, byCard }
  return accepted({ ...foreseeDebits(ctx, loaded.ledger, by), fundingAccount })
}
