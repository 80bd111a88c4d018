import { assert } from '#src/domain/assert.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { Tx } from '#src/store/database.ts'
import { holdPayment } from '#src/store/payments/held-payments.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedForUpdate } from '../load-account.ts'
import { reverseIn } from '../reverse-payment.ts'
import { noteRefusal } from './note-refusal.ts'
import { tellOfHeld } from './tell-of-held.ts'

/**
 * A payment whose debit the bank never took: what was posted is taken back from its own day, and it
 * waits for a decision. Its owner is told; a co-borrower where it had counted already.
 */
export async function holdRefusedPayment(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly loaded: LoadedForUpdate; readonly entry: SentEntry },
): Promise<LoadedForUpdate> {
  const { entry } = of
  const { accountId, paymentId, attempt } = entry
  assert(paymentId, 'a debit of a payment names it')
  const payment = await readPayment(tx, { accountId, id: paymentId })
  assert(payment, 'the payment of an entry exists')
  const eventId = payment.postedEventId
  const reversed =
    eventId === null
      ? of.loaded
      : await reverseIn(tx, ctx, {
          ...{ loaded: of.loaded, eventId, reason: 'fileRefused', code: null },
        })
  const at = ctx.clock.now()
  const isHeld = await holdPayment(tx, reversed.account, { id: paymentId, attempt, at })
  assert(isHeld, 'a payment whose debit is in a file is sent')
  const account = await noteRefusal(ctx, tx, {
    account: reversed.account,
    entry,
    action: 'payment held',
    by: 'bank',
    details: { confirmation: payment.confirmation },
  })
  await tellOfHeld(ctx, tx, { payment, isTakenBack: eventId !== null })
  const loaded = { ...reversed, account }
  if (eventId === null) return loaded
  return autopayAfter(tx, ctx, { loaded, cause: { kind: 'facts' } })
}
