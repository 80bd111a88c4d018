import type { CivilDate } from '#src/domain/calendar.ts'
import { type CardPayment, readCardPayments } from '#src/store/cards/card-payments.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { type LoadedAny, loadAccount, settled } from '../load-account.ts'
import { cardDay } from './card-context.ts'

/** An account as a card that is used now would find it. */
export type CardStanding = {
  readonly on: CivilDate
  readonly loaded: LoadedAny
  readonly payments: readonly Payment[]
  readonly cards: readonly CardPayment[]
}

export async function cardStanding(
  ctx: ServicingContext,
  { accountId }: Owner,
): Promise<CardStanding> {
  const [stored, on, payments, cards] = await Promise.all([
    loadAccount(ctx.db, accountId),
    cardDay(ctx, ctx.db),
    readPayments(ctx.db, accountId),
    readCardPayments(ctx.db, accountId),
  ])
  return { on, loaded: settled(ctx, stored, on), payments, cards }
}
