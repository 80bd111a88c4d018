// The processor took the money: it counts from the day on which the customer paid, once.

import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, dateInZone } from '#src/domain/calendar.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { type CardPayment, readCardPayment } from '#src/store/cards/card-payments.ts'
import { markCardPosted, markPaid } from '#src/store/cards/card-steps.ts'
import { cardPaymentsToPost } from '#src/store/cards/cards-to-ask.ts'
import type { Tx } from '#src/store/database.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedAccount, loadForUpdate } from '../load-account.ts'
import { postToAccount } from '../post-payment.ts'
import { tellOfCard } from './tell-of-card.ts'

const PAYMENTS_A_RUN = 500

export async function cardPaid(
  ctx: ServicingContext,
  of: { payment: CardPayment; facts: CardFacts },
): Promise<void> {
  const { payment, facts } = of
  const { paidAt, card, intentId } = facts
  assert(paidAt && intentId, 'money that was taken has a day and a number')
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, payment.accountId)
    const isNew = await markPaid(tx, loaded.account, {
      ...{ id: payment.id, at: ctx.clock.now(), intentId, paidAt },
      effective: effectiveOf(ctx, payment, paidAt),
      card: card && /^\d{4}$/.test(card.lastFour) ? card : null,
    })
    if (isNew) await postWhenDue(ctx, tx, { loaded, id: payment.id })
  })
}

/** A debit of autopay counts on the day that was announced, however late its card was charged. */
function effectiveOf(ctx: ServicingContext, payment: CardPayment, paidAt: string): CivilDate {
  return payment.autopayId === null ? dateInZone(paidAt, ctx.lender.timeZone) : payment.askedOn
}

/** Those whose day was not open yet when they were paid. Safe to run again, and twice at once. */
export async function postDueCardPayments(ctx: ServicingContext): Promise<void> {
  const through = await businessDay(ctx.db)
  for (const due of await cardPaymentsToPost(ctx.db, { through, limit: PAYMENTS_A_RUN }))
    await ctx.db.transaction().execute(async (tx) => {
      const loaded = await loadForUpdate(tx, due.accountId)
      await postWhenDue(ctx, tx, { loaded, id: due.id })
    })
}

/** In the caller's transaction, which holds the account. */
export async function postWhenDue(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    loaded: LoadedAccount<LockedAccount, AccountLedger>
    id: string
    /** Left out, whoever paid is told that it counts. */
    tells?: 'nothing'
  },
): Promise<void> {
  const { account } = of.loaded
  const payment = await readCardPayment(tx, { accountId: account.accountId, id: of.id })
  if (payment?.state !== 'paid' || payment.postedEventId !== null) return
  const { effectiveDate, amount, extra, extraAmount, toCharges, fee, feeCitation, id } = payment
  if (effectiveDate === null || effectiveDate > (await businessDay(tx))) return
  const posted = await postToAccount(ctx, tx, {
    loaded: of.loaded,
    payment: {
      ...{ accountId: account.accountId, effectiveDate, amount, extra, extraAmount, toCharges },
      ...{ channel: 'card', paymentId: id },
      ...(fee > 0 && feeCitation !== null && { fee: { amount: fee, citation: feeCitation } }),
    },
  })
  const { eventId } = posted
  await markCardPosted(tx, posted.loaded.account, { id, eventId, at: ctx.clock.now() })
  // Paid off, or paid another way: autopay decides each debit that is set.
  await autopayAfter(tx, ctx, { loaded: posted.loaded, cause: { kind: 'facts' } })
  if (of.tells !== 'nothing') await tellOfCard(ctx, tx, { payment, template: 'cardPaid' })
}
