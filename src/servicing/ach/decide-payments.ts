// Looks once more at each payment of held accounts, at its cutoff.
import { extend } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { type NotSentReason, notSentReason } from '#src/domain/account/sending.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { type PaymentToSend, readMoneyOnItsWay } from '#src/store/payments/payments-to-send.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { entryOfPayment, isWritable, type TakenEntry } from './entry-of-payment.ts'

export type DecidedPayment = {
  readonly account: LockedAccount
  readonly payment: Payment
  readonly taken: TakenEntry
  /** Null: it goes into the file. */
  readonly reason: NotSentReason | null
}

export async function decidePayments(
  ctx: ServicingContext,
  tx: Tx,
  of: { accounts: readonly LockedAccount[]; payments: readonly PaymentToSend[] },
): Promise<DecidedPayment[]> {
  const byAccount = Map.groupBy(of.payments, ({ payment }) => payment.accountId)
  const ids = [...byAccount.keys()]
  const histories = await readHistoriesOf(tx, ids)
  const onItsWay = await readMoneyOnItsWay(tx, ids)
  const today = await businessDay(tx)
  return of.accounts.flatMap((account) => {
    const events = histories.of(account.accountId)
    const payments = byAccount.get(account.accountId) ?? []
    if (payments.length === 0) return []
    const settles = { through: today, postedAt: ctx.clock.now(), newId: ctx.newId }
    const { ledger } = extend(events, [], { ...settles, ledger: replay(events) })
    const sent = onItsWay.get(account.accountId) ?? 0
    return decideEach(ctx, { account, ledger, payments, today, onItsWay: sent })
  })
}

/** One after another in the order in which they count: what one takes, the next cannot. */
function decideEach(
  ctx: ServicingContext,
  of: {
    account: LockedAccount
    ledger: AccountLedger
    payments: readonly PaymentToSend[]
    today: CivilDate
    onItsWay: number
  },
): DecidedPayment[] {
  let { onItsWay } = of
  const { status, source } = of.account
  return of.payments.map((asked) => {
    const { payment } = asked
    const { amount } = payment
    const taken = entryOfPayment(ctx, asked)
    const owed = mostOwed(of.ledger, later(payment.effectiveDate, of.today))
    const known = { status, isFiled: source === 'abs-ee', source: asked.source }
    const reason: NotSentReason | null =
      notSentReason({ ...known, amount, onItsWay, owed }) ??
      (isWritable(ctx, taken) ? null : 'bankDataUnusable')
    if (reason === null) onItsWay += amount
    return { account: of.account, payment, taken, reason }
  })
}
