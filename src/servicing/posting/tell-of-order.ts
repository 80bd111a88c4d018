// What borrowers are told when one of us moved money of theirs. Both borrowers hear the same; no
// bank, no name, nothing of another account.

import type { CivilDate } from '#src/domain/calendar.ts'
import type { Cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

/** What a decided order wrote on one account: its first event is what the order is kept by. */
export type Written = { readonly accountId: string; readonly eventId: string }

/** `words.messages.templates` has a sentence for each. */
export type OrderTemplate =
  | 'moneyReceived'
  | 'heldMoneyUsed'
  | 'heldMoneySentBack'
  | 'heldMoneyMoved'
  | 'paymentMovedAway'
  | 'paymentMovedHere'
  | 'lateChargeForgiven'

export async function tellOfOrder(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly order: MoneyOrder; readonly written: readonly Written[] },
): Promise<void> {
  const templates = TEMPLATES[of.order.kind]
  for (const [at, { accountId }] of of.written.entries()) {
    const template = templates[at]
    if (template === undefined) continue
    const effective = 'effectiveDate' in of.order ? of.order.effectiveDate : null
    await tellBorrowers(ctx, tx, { accountId, template, amount: of.order.amount, effective })
  }
}

const TEMPLATES: Readonly<Record<MoneyOrder['kind'], readonly OrderTemplate[]>> = {
  post: ['moneyReceived'],
  assign: ['moneyReceived'],
  apply: ['heldMoneyUsed'],
  refund: ['heldMoneySentBack'],
  moveHeld: ['heldMoneyMoved', 'paymentMovedHere'],
  move: ['paymentMovedAway', 'paymentMovedHere'],
  waive: ['lateChargeForgiven'],
  file: [],
  sendBack: [],
}

export async function tellBorrowers(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly accountId: string
    readonly template: string
    readonly amount: Cents
    readonly effective: CivilDate | null
  },
): Promise<void> {
  const { accountId, template, amount, effective } = of
  const parameters = { amount: String(amount), ...(effective && { effective }) }
  for (const { id: obligorId } of await readObligors(tx, ctx.vault, accountId))
    await tellObligor(ctx, tx, { owner: { accountId, obligorId }, template, parameters })
}
