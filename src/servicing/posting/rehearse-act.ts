// What an act on a loan would do to the money that is set to come: carried out by the same code as
// when it is approved, and taken back.
import { isToCome } from '#src/domain/account/payment-standing.ts'
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { ActOrder } from '#src/domain/orders/money-order.ts'
import { type Autopay, readAutopayOn } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { DebitView } from '../autopay/debit-view.ts'
import { viewAutopay } from '../autopay/view-autopay.ts'
import { writeFacts } from './carry-out.ts'
import { holdOrder, plannedOn } from './hold-order.ts'
import type { PostingContext } from './posting-context.ts'

export type SetDebit = {
  readonly on: CivilDate
  readonly amount: Cents
  readonly byAutopay: boolean
  /** Null: a new one. */
  readonly was: Cents | null
  readonly isCanceled: boolean
}

export type RehearsedAct = {
  readonly debits: readonly SetDebit[]
  /** How autopay stands before and after; null where there is none. */
  readonly autopay: {
    readonly before: Autopay['state']
    readonly after: Autopay['state']
    /** The first day on which it would take something; null where it takes nothing more. */
    readonly next: Pick<DebitView, 'on' | 'amount'> | null
  } | null
}

/** Null where it could not be carried out. Nothing is kept, nobody is told. */
export async function rehearseAct(
  ctx: PostingContext,
  of: { readonly order: ActOrder; readonly today: CivilDate; readonly by: string },
): Promise<RehearsedAct | null> {
  const taken = new TakenBack()
  return ctx.db
    .transaction()
    .execute(async (tx) => {
      const rehearsed = await carriedOut(ctx, tx, of)
      return rehearsed && taken.after(rehearsed)
    })
    .catch((error: unknown) => taken.answer(error))
}

async function carriedOut(
  ctx: PostingContext,
  tx: Tx,
  { order, today, by }: { order: ActOrder; today: CivilDate; by: string },
): Promise<RehearsedAct | null> {
  const { accountId } = order
  const accounts = await holdOrder(tx, order)
  const planned = plannedOn(ctx, { order, accounts, today })
  const loaded = accounts.get(accountId)
  if (!planned.ok || !loaded) return null
  const before = await moneyOf(tx, accountId)
  for (const { facts } of planned.value) await writeFacts(ctx, tx, { loaded, facts, today, by })
  const after = await moneyOf(tx, accountId)
  const { autopay } = before
  return {
    debits: debitsOf(before.payments, after.payments),
    autopay: autopay && {
      before: autopay.state,
      after: after.autopay?.state ?? 'ended',
      next: after.autopay && (await nextDebit(ctx, tx, after.autopay)),
    },
  }
}

async function moneyOf(tx: Tx, accountId: string) {
  const payments = await readPayments(tx, accountId)
  return { payments, autopay: await readAutopayOn(tx, accountId) }
}

async function nextDebit(ctx: PostingContext, tx: Tx, { accountId, obligorId }: Autopay) {
  const owner = { accountId, obligorId, loginId: '' }
  const { view } = await viewAutopay({ ...ctx, db: tx }, owner)
  const next = view?.next.find(({ amount }) => amount > 0)
  return next ? { on: next.on, amount: next.amount } : null
}

/** Those that were to come, and those that are. */
function debitsOf(before: readonly Payment[], after: readonly Payment[]): SetDebit[] {
  const was = new Map(before.filter(isToCome).map(({ id, amount }) => [id, amount]))
  return after
    .filter((payment) => was.has(payment.id) || isToCome(payment))
    .map((payment) => ({
      on: payment.effectiveDate,
      amount: payment.amount,
      byAutopay: payment.autopayId !== null,
      was: was.get(payment.id) ?? null,
      isCanceled: !isToCome(payment),
    }))
    .toSorted((one, other) => one.on.localeCompare(other.on))
}

/** Ends the transaction without a trace, and brings out what it found. */
class TakenBack extends Error {
  rehearsed: RehearsedAct | null = null

  after(rehearsed: RehearsedAct): never {
    this.rehearsed = rehearsed
    throw this
  }

  answer(error: unknown): RehearsedAct {
    if (error !== this) throw error
    assert(this.rehearsed, 'it is taken back once it was rehearsed')
    return this.rehearsed
  }
}
