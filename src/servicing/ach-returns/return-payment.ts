import { assert } from '#src/domain/assert.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { ItemOutcome } from '#src/store/ach/report-items.ts'
import type { Tx } from '#src/store/database.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { takeBackPayment } from '#src/store/payments/returned-payments.ts'
import type { ServicingContext } from '../context.ts'
import { reverseIn } from '../reverse-payment.ts'
import { askAboutReturn } from './ask-about-return.ts'
import { chargeReturnFee } from './charge-return-fee.ts'
import { followReturn } from './follow-return.ts'
import type { ItemOf } from './item-of.ts'
import { planReturn } from './plan-return.ts'
import { putRetryInLine } from './put-retry-in-line.ts'

/**
 * A debit of a payment that came back: what was posted is taken back from its own day, then the
 * code decides (domain/rules/ach-return-plan): tried again, stopped, put before a person. The
 * entry is marked as returned by the caller.
 */
export async function returnPayment(
  ctx: ServicingContext,
  tx: Tx,
  of: ItemOf,
): Promise<Pick<ItemOutcome, 'state' | 'result' | 'retryOn'>> {
  const { entry, item } = of
  const { code } = item
  const { accountId } = entry
  assert(entry.paymentId, 'a debit of a payment names it')
  const payment = await readPayment(tx, { accountId, id: entry.paymentId })
  assert(payment, 'the payment of an entry exists')
  const plan = await planReturn(ctx, tx, of)
  const { postedEventId: eventId } = payment
  let loaded =
    eventId === null
      ? of.loaded
      : await reverseIn(tx, ctx, { loaded: of.loaded, eventId, reason: 'return', code })
  const retry =
    plan.retry && (await putRetryInLine(ctx, tx, { loaded, entry, payment, code, plan }))
  if (!retry)
    await takeBackPayment(tx, loaded.account, { id: payment.id, code, at: ctx.clock.now() })
  const fee = plan.mayCharge && entry.attempt === 1 ? await chargeReturnFee(ctx, tx, loaded) : null
  if (fee) loaded = fee.loaded
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: loaded.account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: 'bank' },
      action: 'payment returned',
      details: {
        ...{ paymentId: payment.id, code, trace: item.trace, attempt: entry.attempt },
        ...{ retryOn: retry?.sendOn ?? null, fee: fee?.amount ?? null },
      },
    },
  })
  const { stopsDebits } = plan.rule
  const told = { payment, code, retryOn: retry?.on ?? null, stopsDebits }
  await followReturn(ctx, tx, { loaded: { ...loaded, account }, ...told })
  await askAboutReturn(ctx, tx, { ...of, plan })
  return { state: 'done', result: retry ? 'retried' : 'returned', retryOn: retry?.sendOn ?? null }
}
