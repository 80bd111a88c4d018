// What the bank is asked for a payment.
import { entryFault } from '#src/formats/nacha/ach-faults.ts'
import type { EntryReceiver, WaitingEntry } from '#src/store/ach/ach-entries.ts'
import { takenFor } from '#src/store/payments/payment-row.ts'
import type { PaymentToSend } from '#src/store/payments/payments-to-send.ts'
import type { ServicingContext } from '../context.ts'
import { purposeOf } from './purpose-of.ts'

export type TakenEntry = { readonly entry: WaitingEntry; readonly receiver: EntryReceiver }

/** A debit authorized online, wanted on the day that the obligor was told. */
export function entryOfPayment(ctx: ServicingContext, of: PaymentToSend): TakenEntry {
  const { payment, source } = of
  const { routingNumber: routing, accountNumber: account, holderName: name } = source.numbers
  const entry: WaitingEntry = {
    accountId: payment.accountId,
    id: ctx.newId(),
    fundingAccountId: payment.fundingAccountId,
    paymentId: payment.id,
    purpose: 'payment',
    direction: 'debit',
    amount: takenFor(payment),
    class: 'WEB',
    recurrence: payment.autopayId === null ? 'single' : 'recurring',
    identification: payment.confirmation,
    attempt: 1,
    sendOn: payment.sendOn,
    wanted: payment.withdrawnDate,
    createdAt: ctx.clock.now(),
  }
  return { entry, receiver: { routing, account, kind: source.kind, name } }
}

/** Whether a file can hold it: one that cannot would hold up all the others. */
export function isWritable(
  ctx: ServicingContext,
  {
    entry,
    receiver,
  }: { entry: Omit<WaitingEntry, 'createdAt' | 'sendOn' | 'wanted'>; receiver: EntryReceiver },
): boolean {
  const purpose = purposeOf(entry, ctx.lender.bank)
  return entryFault({ ...entry, receiver, sequence: 1 }, purpose) === null
}
