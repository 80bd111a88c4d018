import type { ExtraChoice, PaymentChannel } from '#src/domain/account/event.ts'
import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { Account } from '#src/store/accounts/accounts.ts'
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
    const { accountId, effectiveDate, ...terms } = payment
    const settled = await recordFacts(tx, ctx, { loaded, facts: [], through: effectiveDate })
    const fact = { effectiveDate, payload: { kind: 'payment', ...terms } } as const
    const after = await recordFacts(tx, ctx, {
      loaded: settled,
      facts: [fact],
      through: effectiveDate,
    })
    const event = after.events[settled.events.length]
    if (!event) throw new Error('broken invariant: a posted payment is an event')
    await appendAccountAudit(tx, ctx.vault, {
      account: after.account,
      entry: {
        at: ctx.clock.now(),
        requestId: ctx.requestId,
        actor: { kind: 'system', id: payment.channel },
        action: 'payment posted',
        details: { eventId: event.id, accountId, effectiveDate, amount: payment.amount },
      },
    })
    return { eventId: event.id, loaded: after }
  })
}
