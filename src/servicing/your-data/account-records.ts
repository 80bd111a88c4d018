// What we keep about an obligor on one account, for themselves. What is theirs is whole; of a
// co-borrower's payments stands what the portal shows of them, which names no bank.
import { type Cents, toDollars } from '#src/domain/money.ts'
import { readAccountMessages } from '#src/store/accounts/account-messages.ts'
import { readOwnCalendarFeed } from '#src/store/accounts/calendar-feeds.ts'
import { readAutopayChanges } from '#src/store/autopay/autopay-changes.ts'
import { type Autopay, readAutopays } from '#src/store/autopay/autopays.ts'
import { type CardPayment, readCardPayments } from '#src/store/cards/card-payments.ts'
import { readPaySources } from '#src/store/payments/funding-accounts.ts'
import { type PaymentAttempt, readAttempts } from '#src/store/payments/payment-attempts.ts'
import { readPayoffLinks } from '#src/store/sharing/payoff-links.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { type ScheduledPayment, scheduledPayments } from '../scheduled-payments.ts'

/** Of a life of it: no account has as many. */
const ALL = 100_000

export async function accountRecords(ctx: ServicingContext, owner: Owner) {
  const { accountId, obligorId } = owner
  const of = { accountId, obligorId, limit: ALL }
  const [messages, payments, cards, attempts, autopays, sources, links, feed] = await Promise.all([
    readAccountMessages(ctx.db, of),
    scheduledPayments(ctx, owner),
    readCardPayments(ctx.db, accountId),
    readAttempts(ctx.db, of),
    readAutopays(ctx.db, accountId),
    readPaySources(ctx.db, owner),
    readPayoffLinks(ctx.db, of),
    readOwnCalendarFeed(ctx.db, owner),
  ])
  const own = <T extends { readonly obligorId: string }>(each: T) => each.obligorId === obligorId
  return {
    messages,
    payments: payments.map(paymentOf),
    cardPayments: cards.filter(own).map(cardPaymentOf),
    refusedPayments: attempts.map(attemptOf),
    autopay: await Promise.all(autopays.filter(own).map((each) => autopayOf(ctx, each))),
    paidFrom: sources.map(({ kind, bankName, lastFour, nickname, state, addedAt, verifiedAt }) => {
      return { kind, bankName, lastFour, nickname, state, addedAt, verifiedAt }
    }),
    shownTo: links.map(({ kind, givenTo, createdAt, expiresAt, endedAt, endedWhy }) => {
      return { kind, givenTo, createdAt, expiresAt, endedAt, endedWhy }
    }),
    calendarSince: feed?.createdAt ?? null,
  }
}

function paymentOf(payment: ScheduledPayment) {
  const { confirmation, effective, withdrawn, cleared, createdAt, changedAt } = payment
  const { state, mine, isAutopay, fundingLabel } = payment
  return {
    ...{ confirmation, state, isAutopay },
    by: mine ? 'you' : 'co-borrower',
    amount: toDollars(payment.amount),
    fee: toDollars(payment.fee),
    ...{ effective, withdrawn, cleared, createdAt, changedAt },
    from: mine ? fundingLabel : null,
  }
}

function cardPaymentOf(payment: CardPayment) {
  const { confirmation, state, brand, lastFour, paidAt, effectiveDate, createdAt } = payment
  return {
    ...{ confirmation, state, brand, lastFour },
    amount: toDollars(payment.amount),
    fee: toDollars(payment.fee),
    ...{ effectiveDate, createdAt, paidAt },
    authorization: payment.authorizationText,
  }
}

function attemptOf({ number, reason, amount, choice, effectiveDate, triedAt }: PaymentAttempt) {
  return { number, reason, amount: dollars(amount), choice, effectiveDate, triedAt }
}

async function autopayOf(ctx: ServicingContext, autopay: Autopay) {
  const { accountId, id: autopayId, state, terms, authorizationText, authorizedAt } = autopay
  const changes = await readAutopayChanges(ctx.db, { accountId, autopayId })
  return {
    state,
    // Amounts as they are kept.
    terms: { unitOfMoney: 'cents', ...terms },
    authorization: authorizationText,
    authorizedAt,
    changes: changes.map(({ at, from, to, reason, actor }) => {
      return { at, from, to, reason, by: actor.kind }
    }),
  }
}

function dollars(amount: Cents | null): string | null {
  return amount === null ? null : toDollars(amount)
}
