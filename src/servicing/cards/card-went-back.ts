// Money that was paid by card and went back: disputed at the card's bank, or sent back. From its
// own day it never counted; a person hears of it each time.

import type { AccountLedger } from '#src/domain/account/ledger.ts'
import type { CardFacts } from '#src/gateways/cards/card.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { type CardPayment, readCardPayment } from '#src/store/cards/card-payments.ts'
import { markGoneBack, markRefundFailed, markWon } from '#src/store/cards/card-steps.ts'
import type { Tx } from '#src/store/database.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import { autopayAfter } from '../autopay/autopay-after.ts'
import type { ServicingContext } from '../context.ts'
import { type LoadedAccount, loadForUpdate } from '../load-account.ts'
import { reverseIn } from '../reverse-payment.ts'
import { postWhenDue } from './card-paid.ts'
import { tellOfCard } from './tell-of-card.ts'

type Of = { readonly payment: CardPayment; readonly facts: CardFacts }

export async function cardWentBack(
  ctx: ServicingContext,
  of: Of & { readonly to: 'disputed' | 'refunded' },
): Promise<void> {
  const { payment, to } = of
  await ctx.db.transaction().execute(async (tx) => {
    let loaded: LoadedAccount<LockedAccount, AccountLedger> = await loadForUpdate(
      tx,
      payment.accountId,
    )
    const { accountId, id } = payment
    // As it stands now: its day may have been opened, and it may count, since it was looked at.
    const eventId = (await readCardPayment(tx, { accountId, id }))?.postedEventId ?? null
    const at = ctx.clock.now()
    if (!(await markGoneBack(tx, loaded.account, { id, to, reason: to, at }))) return
    if (eventId !== null) {
      const reason = to === 'disputed' ? 'return' : 'correction'
      loaded = await reverseIn(tx, ctx, { loaded, eventId, reason, code: null })
    }
    // Also of one whose day was not open yet: it will not count.
    const charged = { ...payment, on: payment.effectiveDate ?? payment.askedOn }
    const cause =
      to === 'disputed'
        ? ({ kind: 'cardDisputed', payment: charged } as const)
        : ({ kind: 'facts' } as const)
    await autopayAfter(tx, ctx, { loaded, cause })
    // What one of us sent back needs nobody's eye; what was sent at the processor does.
    const isOurs = to === 'refunded' && payment.refundRequest !== null
    await tellOfCard(ctx, tx, { payment, template: isOurs ? 'cardSentBack' : 'cardWentBack' })
    if (isOurs) return
    await task(ctx, tx, { ...of, kind: to === 'disputed' ? 'cardDisputed' : 'cardRefunded' })
  })
}

/** The dispute was decided for the lender: it counts again, from its own day. Who paid is told. */
export async function cardWon(ctx: ServicingContext, of: Of): Promise<void> {
  const { payment } = of
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, payment.accountId)
    const change = { id: payment.id, at: ctx.clock.now() }
    if (!(await markWon(tx, loaded.account, change))) return
    await postWhenDue(ctx, tx, { loaded, id: payment.id, tells: 'nothing' })
    await tellOfCard(ctx, tx, { payment, template: 'cardDisputeOver' })
  })
}

/**
 * What had been sent back did not arrive, days later: the processor has the money again, and so
 * have we. It counts from its own day as before; who paid is told, and a person finds another way.
 */
export async function cardRefundFailed(ctx: ServicingContext, of: Of): Promise<void> {
  const { payment } = of
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, payment.accountId)
    const change = { id: payment.id, at: ctx.clock.now() }
    if (!(await markRefundFailed(tx, loaded.account, change))) return
    await postWhenDue(ctx, tx, { loaded, id: payment.id, tells: 'nothing' })
    await tellOfCard(ctx, tx, { payment, template: 'cardRefundFailed' })
    await task(ctx, tx, { ...of, kind: 'cardRefundFailed' })
  })
}

/** What no rule decides: a part sent back, or money that the processor should not have taken. */
export async function cardUnexpected(
  ctx: ServicingContext,
  of: Of & { readonly what: 'partlyRefunded' | 'unexpected' },
): Promise<void> {
  const kind = of.what === 'unexpected' ? 'cardUnexpected' : 'cardPartlyRefunded'
  await ctx.db.transaction().execute((tx) => task(ctx, tx, { ...of, kind }))
}

/** A second dispute of one payment is another task; so is another part that was sent back. */
function aboutOf(kind: string, { payment, facts }: Of): string {
  // The next try of the same payment may fail as well.
  if (kind === 'cardRefundFailed') return `${payment.id} ${payment.changedAt}`
  if (kind === 'cardPartlyRefunded') return `${payment.id} ${facts.refunded}`
  if (kind !== 'cardDisputed' || facts.disputeId === null) return payment.id
  return `${payment.id} ${facts.disputeId}`
}

type TaskKind =
  | 'cardDisputed'
  | 'cardRefunded'
  | 'cardRefundFailed'
  | 'cardPartlyRefunded'
  | 'cardUnexpected'

async function task(
  ctx: ServicingContext,
  tx: Tx,
  of: Of & {
    kind: TaskKind
  },
): Promise<void> {
  const { payment, facts, kind } = of
  const { accountId, confirmation, amount } = payment
  const about = aboutOf(kind, of)
  const told = kind === 'cardPartlyRefunded' ? facts.refunded : amount
  const details = { amount: told, reason: confirmation, name: facts.intentId ?? '' }
  await openMoneyTask(ctx, tx, { kind, about, accountId, details })
}
