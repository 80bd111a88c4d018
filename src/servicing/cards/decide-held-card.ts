// The card's bank holds the money: whether it is taken hangs on the account as it stands, and on
// the kind of card. What is not taken is let go of, and its owner is told why.

import { dateInZone } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { CardPayment } from '#src/store/cards/card-payments.ts'
import { decideHeld, markFailed } from '#src/store/cards/card-steps.ts'
import type { Tx } from '#src/store/database.ts'
import { stopFunding } from '#src/store/payments/funding-changes.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedForUpdate, loadForUpdate, settled } from '../load-account.ts'
import { tellOfCard } from './tell-of-card.ts'

export type HeldReason = 'notDebit' | 'accountClosed' | 'amountChanged' | 'amountDiffers'

type Of = { readonly payment: CardPayment; readonly facts: CardFacts }

export async function decideHeldCard(ctx: ServicingContext, of: Of): Promise<void> {
  const { payment, facts } = of
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, payment.accountId)
    const reason = heldReason(ctx, loaded, of)
    const { id } = payment
    const change = { id, at: ctx.clock.now(), intentId: facts.intentId ?? '', reason }
    if (await decideHeld(tx, loaded.account, change))
      await appendAccountAudit(tx, ctx.vault, {
        account: loaded.account,
        entry: {
          at: change.at,
          requestId: ctx.requestId,
          actor: { kind: 'system', id: 'card' },
          action: reason === null ? 'card payment taken' : 'card payment let go',
          details: { paymentId: id, amount: payment.amount, reason },
        },
      })
  })
}

/**
 * Nothing was taken. Whoever only left the page needs no message; the payment says it. Of a debit
 * of autopay, autopay tells its owner, with what comes next. `stops`: its saved card never pays
 * again.
 */
export async function failCard(
  ctx: ServicingContext,
  of: Pick<Of, 'payment'> & { readonly reason: string; readonly stops?: boolean },
): Promise<void> {
  const { payment, reason, stops = false } = of
  const { accountId, fundingAccountId, autopayId, needsPage } = payment
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const change = { id: payment.id, needsPage, reason, at: ctx.clock.now() }
    if (!(await markFailed(tx, loaded.account, change))) return
    if (autopayId === null && reason !== 'notPaid' && reason !== 'notOpened')
      await tellOfCard(ctx, tx, { payment, template: 'cardNotTaken' })
    if (stops && fundingAccountId !== null)
      await stopFunding(tx, { accountId, id: fundingAccountId, reason })
    const { account } = await autopayAfterDecline(ctx, tx, {
      ...{ loaded, stops },
      payment: { ...payment, stateReason: reason },
    })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: change.at,
        requestId: ctx.requestId,
        actor: { kind: 'system', id: 'card' },
        action: 'card payment failed',
        details: { paymentId: payment.id, reason },
      },
    })
  })
}

async function autopayAfterDecline(
  ctx: ServicingContext,
  tx: Tx,
  of: { loaded: LoadedForUpdate; payment: CardPayment; stops: boolean },
) {
  const { loaded, payment, stops } = of
  if (payment.fundingAccountId === null) return loaded
  const charged = { ...payment, on: payment.askedOn }
  return autopayAfter(tx, ctx, { loaded, cause: { kind: 'cardDeclined', payment: charged, stops } })
}

/** Why the money is not taken; null: it is. */
function heldReason(
  ctx: ServicingContext,
  loaded: LoadedForUpdate,
  { payment, facts }: Of,
): HeldReason | null {
  if (facts.amount !== payment.amount + payment.fee) return 'amountDiffers'
  if (ctx.lender.cards.accept === 'debit' && facts.card?.funding !== 'debit') return 'notDebit'
  if (loaded.account.status === 'closed') return 'accountClosed'
  const on = dateInZone(facts.paidAt ?? ctx.clock.now(), ctx.lender.timeZone)
  const most = mostOwed(settled(ctx, loaded, on).ledger, on)
  const isOff = payment.choice === 'payoff' ? most !== payment.amount : most < payment.amount
  return isOff ? 'amountChanged' : null
}
