import type { AutopayState } from '#src/domain/autopay/autopay-states.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import { type Autopay, readAutopays } from '#src/store/autopay/autopays.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { viewAutopay } from './view-autopay.ts'

export type AutopayNow = {
  readonly state: AutopayState
  readonly mine: boolean
  /** The next debit: the one that is set, else the one that will be. */
  readonly next: { readonly on: CivilDate; readonly amount: Cents } | null
}

/** What the overview says of autopay; null where it was never set. */
export async function autopayNow(ctx: ServicingContext, owner: Owner): Promise<AutopayNow | null> {
  const { accountId, obligorId } = owner
  const [autopay] = await readAutopays(ctx.db, accountId)
  if (!autopay) return null
  const payments = await readPayments(ctx.db, accountId)
  const set = payments
    .filter(({ autopayId, state }) => autopayId === autopay.id && state === 'scheduled')
    .sort((a, b) => (a.effectiveDate < b.effectiveDate ? -1 : 1))[0]
  return {
    state: autopay.state,
    mine: autopay.obligorId === obligorId,
    next: set ? { on: set.effectiveDate, amount: set.amount } : await foreseen(ctx, owner, autopay),
  }
}

async function foreseen(
  ctx: ServicingContext,
  owner: Owner,
  { state }: Autopay,
): Promise<AutopayNow['next']> {
  if (state !== 'active') return null
  const { view } = await viewAutopay(ctx, owner)
  return view?.next.find(({ amount }) => amount > 0) ?? null
}
