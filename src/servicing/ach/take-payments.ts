import { extend } from '#src/domain/account/extend.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { type NotSentReason, notSentReason } from '#src/domain/account/sending.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import { lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  type PaymentToSend,
  readMoneyOnItsWay,
  readPaymentsToSend,
} from '#src/store/payments/payments-to-send.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { entryOfPayment, isWritable } from './entry-of-payment.ts'
import { type DecidedPayment, saveDecided } from './save-decided.ts'

/**
 * Takes the payments of some accounts into the file of a cutoff, in one transaction and under the
 * accounts' locks: each is looked at once more, and goes into the file or is not sent, which its
 * obligor is told. Once the file is numbered nothing is done: they wait for the next one.
 */
export async function takePayments(
  ctx: ServicingContext,
  of: { accountIds: readonly string[]; sentOn: CivilDate; modifier: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const accounts = await lockAccounts(tx, of.accountIds)
    const asked = { accountIds: of.accountIds, through: of.sentOn }
    const payments = await readPaymentsToSend(tx, ctx.vault, asked)
    const decided = await decide(ctx, tx, { accounts, payments })
    await saveDecided(ctx, tx, { ...of, decided })
  })
}

async function decide(
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
    const events = histories.get(account.accountId) ?? []
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
    const taken = entryOfPayment(ctx, asked)
    const reason: NotSentReason | null =
      notSentReason({
        ...of,
        status,
        isFiled: source === 'abs-ee',
        source: asked.source,
        payment,
        onItsWay,
      }) ?? (isWritable(ctx, taken) ? null : 'bankDataUnusable')
    if (reason === null) onItsWay += payment.amount
    return { account: of.account, payment, taken, reason }
  })
}
