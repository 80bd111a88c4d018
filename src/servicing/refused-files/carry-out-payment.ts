import { assert } from '#src/domain/assert.ts'
import { lastReturnCode } from '#src/store/ach/refused-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { dropHeld, sendHeldAgain } from '#src/store/payments/held-payments.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'
import { datesAgain } from './dates-again.ts'
import type { CarriedOut, DecidedEntry } from './decided-entry.ts'
import { lineUpRetry } from './line-up-retry.ts'
import { noteRefusal } from './note-refusal.ts'

/**
 * A held payment goes again at the next cutoff, which looks at it once more, or it does not go; its
 * owner is told which, and autopay decides its debits anew. One that was canceled meanwhile stays
 * so.
 */
export async function carryOutPayment(
  ctx: ServicingContext,
  tx: Tx,
  of: DecidedEntry,
): Promise<CarriedOut> {
  const { loaded, entry, file } = of
  const { accountId, paymentId } = entry
  assert(paymentId, 'a debit of a payment names it')
  const payment = await readPayment(tx, { accountId, id: paymentId })
  assert(payment, 'the payment of an entry exists')
  if (payment.state !== 'held') return { fate: 'notSent', asEntry: null, loaded }
  const code = await lastReturnCode(tx, { accountId, paymentId })
  const again =
    file.decision === 'sendAgain' ? await sendAgain(ctx, tx, { ...of, payment, code }) : null
  if (again === null) await drop(ctx, tx, { ...of, payment, code })
  const account = await noteRefusal(ctx, tx, {
    ...{ account: loaded.account, entry, by: { staffId: file.decidedBy } },
    action: again === null ? 'payment not sent' : 'payment sent again',
    details: {
      confirmation: payment.confirmation,
      ...(again === null ? { reason: REASON } : { sendOn: again.sendOn }),
    },
  })
  const fate = again === null ? 'notSent' : 'sentAgain'
  const cause = { kind: 'facts' } as const
  const after = await autopayAfter(tx, ctx, { loaded: { ...loaded, account }, cause })
  return { fate, asEntry: again?.entryId ?? null, loaded: after }
}

const REASON = 'fileRefused'

type Held = DecidedEntry & {
  readonly payment: Payment
  /** With which an earlier try of it came back; null: this was its first. */
  readonly code: string | null
}

/**
 * The payment keeps the day on which it counts: that our bank refused a file costs its owner
 * nothing. A further try counts when its money comes, as it always does. Null where it may not go.
 */
async function sendAgain(
  ctx: ServicingContext,
  tx: Tx,
  of: Held,
): Promise<{ readonly sendOn: string; readonly entryId: string | null } | null> {
  const { payment, code, loaded } = of
  const dates = await datesAgain(ctx, tx, of)
  if (dates === null) return null
  const entryId = code === null ? null : await lineUpRetry(ctx, tx, { ...of, code, dates })
  if (code !== null && entryId === null) return null
  const isAgain = await sendHeldAgain(tx, loaded.account, {
    ...{ id: payment.id, dates, at: ctx.clock.now() },
    state: code === null ? 'scheduled' : 'sent',
    reason: code,
  })
  assert(isAgain, 'a held payment of a held account is held')
  const told = {
    ...payment,
    effectiveDate: dates.effective,
    withdrawnDate: dates.withdrawn,
    clearedDate: dates.cleared,
  }
  await tellOfPayment(ctx, tx, { payment: told, template: 'paymentSentAgain' })
  return { sendOn: dates.sendOn, entryId }
}

async function drop(ctx: ServicingContext, tx: Tx, of: Held): Promise<void> {
  const { payment, code, loaded } = of
  const isDropped = await dropHeld(tx, loaded.account, {
    ...{ id: payment.id, at: ctx.clock.now() },
    state: code === null ? 'notSent' : 'returned',
    reason: code ?? REASON,
  })
  assert(isDropped, 'a held payment of a held account is held')
  await tellOfPayment(ctx, tx, { payment, template: 'paymentNotSent', reason: REASON })
}
