import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import type { ReturnPlan } from '#src/domain/rules/ach-return-plan.ts'
import { datesOfWithdrawal } from '#src/domain/rules/payment-dates.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { insertEntry, openReceiver } from '#src/store/ach/ach-entries.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { Tx } from '#src/store/database.ts'
import { readKnownFunding } from '#src/store/payments/funding-changes.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { putBackInLine } from '#src/store/payments/returned-payments.ts'
import type { ServicingContext } from '../context.ts'
import { calendarOn } from '../lender-rules.ts'
import type { LoadedAccount } from '../load-account.ts'

/**
 * Puts the same debit in line once more, with the same amount to the same bank account; the payment
 * counts from the day its money comes. Null, and nothing is done, where the account no longer owes
 * so much or the bank account may not be debited.
 */
export async function putRetryInLine(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly loaded: LoadedAccount<LockedAccount, AccountLedger>
    readonly entry: SentEntry
    readonly payment: Payment
    readonly code: string
    readonly plan: ReturnPlan
  },
): Promise<{ readonly sendOn: CivilDate; readonly on: CivilDate } | null> {
  const { loaded, entry, payment, code } = of
  const { retry } = of.plan
  const { accountId, fundingAccountId } = entry
  if (retry === null || payment.state !== 'sent') return null
  if (payment.amount > mostOwed(loaded.ledger, retry.on)) return null
  const funding = await readKnownFunding(tx, { accountId, id: fundingAccountId })
  if (funding?.state !== 'verified' || funding.isRemoved) return null
  const receiver = await openReceiver(tx, ctx.vault, entry)
  assert(receiver, 'an entry that went to the bank names its receiver')
  const at = ctx.clock.now()
  const { id: _, ...same } = entry
  const next = {
    ...same,
    ...({ id: ctx.newId(), purpose: 'retry', direction: 'debit', createdAt: at } as const),
    ...{ attempt: retry.attempt, sendOn: retry.sendOn, wanted: retry.on },
  }
  const isNew = await insertEntry(tx, ctx.vault, { entry: next, receiver })
  assert(isNew, 'each try of a payment goes to the bank once')
  const { sendOn, on } = retry
  const ofMoney = datesOfWithdrawal(on, calendarOn(ctx.lender, on))
  const dates = { sendOn, effective: on, ...ofMoney }
  await putBackInLine(tx, loaded.account, { id: payment.id, code, dates, at })
  return retry
}
