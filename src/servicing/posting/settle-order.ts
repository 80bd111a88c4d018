// What an order does besides the facts that it writes on accounts.

import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { askRefund } from '#src/store/cards/card-refunds.ts'
import type { Tx } from '#src/store/database.ts'
import { moveCreditFile } from '#src/store/desk-money/credit-files.ts'
import type { MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { settleCredit } from '#src/store/desk-money/received-credits.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import type { ServicingContext } from '../context.ts'
import type { OrderedAccounts } from './hold-order.ts'
import { sendRefund } from './send-refund.ts'
import type { Written } from './tell-of-order.ts'

export async function settleOrder(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly request: Pick<MoneyRequest, 'id' | 'order'>
    readonly accounts: OrderedAccounts<LockedAccount>
    readonly written: Written | undefined
    readonly today: CivilDate
  },
): Promise<void> {
  const { request, accounts, written, today } = of
  const { order } = request
  const at = ctx.clock.now()
  switch (order.kind) {
    case 'refund':
      assert(written, 'a refund leaves its account')
      return sendRefund(ctx, tx, { order, eventId: written.eventId, today })
    case 'cardRefund': {
      const account = accounts.get(order.accountId)?.account
      const change = { id: order.paymentId, requestId: request.id, at }
      assert(account && (await askRefund(tx, account, change)), 'it is paid and held')
      return ctx.queue.enqueue(tx, 'ask-about-cards', {})
    }
    case 'file': {
      const { fileId: id } = order
      assert(await moveCreditFile(tx, { id, from: 'waiting', to: 'approved', at }), 'it waits')
      return ctx.queue.enqueue(tx, 'post-credits', {})
    }
    case 'assign': {
      assert(written, 'a payment counts on its account')
      const { creditId: id } = order
      const isMine = await settleCredit(tx, { id, from: 'unapplied', to: 'posted', at, ...written })
      return assert(isMine, 'a payment that is held is settled once')
    }
    case 'sendBack': {
      const { creditId: id, amount } = order
      const isMine = await settleCredit(tx, { id, from: 'unapplied', to: 'sentBack', at })
      assert(isMine, 'a payment that is held is settled once')
      const task = {
        kind: 'checkToWrite',
        about: id,
        accountId: null,
        details: { amount },
      } as const
      return openMoneyTask(ctx, tx, task)
    }
    default:
      return undefined
  }
}

/** A file that is refused or taken back is dropped; sent again, it is another one. */
export async function dropOrder(ctx: ServicingContext, tx: Tx, order: MoneyOrder): Promise<void> {
  if (order.kind !== 'file') return
  await moveCreditFile(tx, {
    ...{ id: order.fileId, from: 'waiting', to: 'dropped' },
    at: ctx.clock.now(),
  })
}
