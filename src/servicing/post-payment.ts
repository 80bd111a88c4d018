import type { ExtraChoice, PaymentChannel } from '#src/domain/account/event.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { PaymentFee } from '#src/domain/rules/payment-fee.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Account, LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from './context.ts'
import { type LoadedAccount, loadForUpdate } from './load-account.ts'
import { recordFacts } from './record-facts.ts'

export type ReceivedPayment = {
  readonly accountId: string
  readonly amount: Cents
  /** When it counts; may lie before what is already recorded (then the account is replayed). */
  readonly effectiveDate: CivilDate
  readonly extra: ExtraChoice
  readonly extraAmount: Cents | null
  readonly toCharges: Cents
  readonly channel: PaymentChannel
  readonly paymentId: string | null
  /** What was taken besides, for paying this way. */
  readonly fee?: PaymentFee
}

/**
 * Posts money that has been received: late charges that were owed by that day first, then the
 * payment, in one commit. Money above what is owed is held in suspense. Answers with the id of the
 * payment's event.
 */
export async function postPayment(
  ctx: ServicingContext,
  payment: ReceivedPayment,
): Promise<{ eventId: string; loaded: LoadedAccount<Account, AccountLedger> }> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, payment.accountId)
    return postToAccount(ctx, tx, { loaded, payment })
  })
}

/** The same on an account that the transaction holds. */
export async function postToAccount(
  ctx: ServicingContext,
  tx: Tx,
  of: { loaded: LoadedAccount<LockedAccount, AccountLedger>; payment: ReceivedPayment },
): Promise<{ eventId: string; loaded: LoadedAccount<LockedAccount, AccountLedger> }> {
  const { accountId, effectiveDate, ...terms } = of.payment
  const through = effectiveDate
  const settled = await recordFacts(tx, ctx, { loaded: of.loaded, facts: [], through })
  const fact = { effectiveDate, payload: { kind: 'payment', ...terms } } as const
  const after = await recordFacts(tx, ctx, { loaded: settled, facts: [fact], through })
  const event = after.events[settled.events.length]
  assert(event, 'a posted payment is an event')
  const account = await appendAccountAudit(tx, ctx.vault, {
    account: after.account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: terms.channel },
      action: 'payment posted',
      details: {
        ...{ eventId: event.id, accountId, effectiveDate, amount: terms.amount },
        ...(terms.fee && { fee: terms.fee.amount }),
      },
    },
  })
  return { eventId: event.id, loaded: { ...after, account } }
}
