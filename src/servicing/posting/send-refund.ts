// Money held goes back: into line for the next file to the bank, or by a check that a person
// writes. It has left the account by an event already.

import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { insertEntry, type WaitingEntry } from '#src/store/ach/ach-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { insertRefund } from '#src/store/desk-money/refunds.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { readKnownFunding } from '#src/store/payments/funding-changes.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import { payableDates } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { datesOf } from '../payments/check-choice.ts'

type RefundOrder = Extract<MoneyOrder, { kind: 'refund' }>

export async function sendRefund(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly order: RefundOrder; readonly eventId: string; readonly today: CivilDate },
): Promise<void> {
  const { order, eventId, today } = of
  const { accountId, amount, fundingAccountId } = order
  const id = ctx.newId()
  const at = ctx.clock.now()
  const entryId =
    fundingAccountId === null ? null : await lineUp(ctx, tx, { order, fundingAccountId, today })
  await insertRefund(tx, { accountId, id, amount, entryId, eventId, at })
  if (entryId !== null) return
  const details = { amount }
  await openMoneyTask(ctx, tx, { kind: 'checkToWrite', about: id, accountId, details })
}

/** A credit to a consumer, asked for on paper or by phone: PPD. */
async function lineUp(
  ctx: ServicingContext,
  tx: Tx,
  of: { order: RefundOrder; fundingAccountId: string; today: CivilDate },
): Promise<string> {
  const { order, fundingAccountId, today } = of
  const { accountId, amount } = order
  const which = { accountId, id: fundingAccountId }
  const [funding, numbers] = [
    await readKnownFunding(tx, which),
    await openBankNumbers(tx, ctx.vault, which),
  ]
  assert(funding && numbers, 'the bank account of a refund is there')
  const { routingNumber: routing, accountNumber: account, holderName: name } = numbers
  const id = ctx.newId()
  const { first } = payableDates(ctx, today)
  const entry: WaitingEntry = {
    ...{ accountId, id, fundingAccountId, paymentId: null, amount, wanted: null },
    ...({ purpose: 'refund', direction: 'credit', class: 'PPD', recurrence: null } as const),
    ...{ attempt: 1, identification: id.replaceAll('-', '').slice(-15).toUpperCase() },
    sendOn: datesOf(ctx, first, first).sent,
    createdAt: ctx.clock.now(),
  }
  const receiver = { routing, account, kind: funding.kind, name }
  await insertEntry(tx, ctx.vault, { entry, receiver })
  return id
}
