import { type NotSentReason, notSentReason } from '#src/domain/account/sending.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import { cardMoneyOnItsWay } from '#src/store/cards/card-debits.ts'
import type { Tx } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { readMoneyOnItsWay } from '#src/store/payments/payments-to-send.ts'
import { autopayAtCutoff } from '../autopay/autopay-at-cutoff.ts'
import { type CardContext, cardDay } from '../cards/card-context.ts'
import { type LoadedForUpdate, loadForUpdate, settled } from '../load-account.ts'
import { handOver, keepBack } from './hand-over-debit.ts'

type Which = { readonly accountId: string; readonly id: string }

/**
 * Looks at a payment from a saved card once more, under its account's lock, and hands it over to be
 * charged under the same id and number; false where nothing is to be charged, which its owner is
 * told.
 */
export async function takeCardDebit(ctx: CardContext, which: Which): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, which.accountId)
    const asked = await readPayment(tx, which)
    if (asked?.state !== 'scheduled' || !asked.byCard) return false
    const { payment, account } = await autopayAtCutoff(tx, ctx, { loaded, payment: asked })
    if (payment === null) return false
    const on = await cardDay(ctx, tx)
    const owner = { accountId: payment.accountId, obligorId: payment.obligorId }
    const card = await readFundingAccount(tx, { ...owner, id: payment.fundingAccountId })
    const reason = await problemOf(ctx, tx, { loaded, payment, card, on })
    if (reason === null && card) await handOver(ctx, tx, { account, payment, card })
    else await keepBack(ctx, tx, { account, payment, reason: reason ?? 'cardRemoved' })
    return reason === null
  })
}

async function problemOf(
  ctx: CardContext,
  tx: Tx,
  of: { loaded: LoadedForUpdate; payment: Payment; card: FundingAccount | null; on: CivilDate },
): Promise<NotSentReason | null> {
  const { loaded, payment, card, on } = of
  const { accountId, amount } = payment
  if (!card || card.removedAt !== null) return 'cardRemoved'
  if (card.state !== 'verified') return 'cardStopped'
  if (card.expiresOn === null || card.expiresOn < on) return 'cardExpired'
  const { account, ledger } = settled(ctx, loaded, on)
  const banks = (await readMoneyOnItsWay(tx, [accountId])).get(accountId) ?? 0
  return notSentReason({
    status: account.status,
    isFiled: account.source === 'abs-ee',
    source: { state: 'verified', isRemoved: false },
    amount,
    onItsWay: banks + (await cardMoneyOnItsWay(tx, accountId)),
    owed: mostOwed(ledger, later(payment.effectiveDate, on)),
  })
}
