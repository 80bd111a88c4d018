import { type NotSentReason, notSentReason } from '#src/domain/account/sending.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { mostOwed } from '#src/domain/paying/payable.ts'
import { cardMoneyOnItsWay } from '#src/store/cards/card-debits.ts'
import type { Tx } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readMoneyOnItsWay } from '#src/store/payments/payments-to-send.ts'
import type { CardContext } from '../cards/card-context.ts'
import { type LoadedForUpdate, settled } from '../load-account.ts'

/** Why a debit of a saved card is not charged on its day, as things stand; null: it is. */
export async function cardDebitProblem(
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
