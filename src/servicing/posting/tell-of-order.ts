// What borrowers are told when one of us moved money of theirs. Both borrowers hear the same; no
// bank, no name, nothing of another account.

import type { AccountLedger } from '#src/domain/account/ledger.ts'
import { positionOn } from '#src/domain/account/replay.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { type Cents, ZERO_CENTS } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { nextInstallment } from '#src/domain/rules/installments.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'

/** What a decided order wrote on one account: its first event is what the order is kept by. */
export type Written = {
  readonly accountId: string
  readonly eventId: string
  /** As it is then. */
  readonly ledger: AccountLedger
}

/** `words.messages.templates` has a sentence for each. */
export type OrderTemplate =
  | 'moneyReceived'
  | 'heldMoneyUsed'
  | 'heldMoneySentBack'
  | 'heldMoneyMoved'
  | 'paymentMovedAway'
  | 'paymentMovedHere'
  | 'lateChargeForgiven'
  | 'dueDatesMoved'
  | 'loanChargedOff'

export async function tellOfOrder(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly order: MoneyOrder
    readonly written: readonly Written[]
    readonly today: CivilDate
  },
): Promise<void> {
  const templates = TEMPLATES[of.order.kind]
  for (const [at, { accountId, ledger }] of of.written.entries()) {
    const template = templates[at]
    if (template === undefined) continue
    const figures = toldOf(of.order, ledger, of.today)
    await tellBorrowers(ctx, tx, { accountId, template, ...figures })
  }
}

/** Of moved due dates the next payment, of a charge-off what is still owed. */
function toldOf(
  order: MoneyOrder,
  ledger: AccountLedger,
  today: CivilDate,
): { amount: Cents; effective: CivilDate | null } {
  const effective = 'effectiveDate' in order ? order.effectiveDate : null
  const isAct = order.kind === 'extend' || order.kind === 'chargeOff'
  if (!isAct || ledger.product !== 'loan') return { amount: order.amount, effective }
  const { chargedOff } = ledger.position
  if (order.kind === 'chargeOff') return { amount: chargedOff ?? ZERO_CENTS, effective: today }
  const next = nextInstallment(positionOn(ledger, today), today)
  return { amount: next?.amount ?? ZERO_CENTS, effective: next?.due ?? null }
}

const TEMPLATES: Readonly<Record<MoneyOrder['kind'], readonly OrderTemplate[]>> = {
  post: ['moneyReceived'],
  assign: ['moneyReceived'],
  apply: ['heldMoneyUsed'],
  refund: ['heldMoneySentBack'],
  moveHeld: ['heldMoneyMoved', 'paymentMovedHere'],
  move: ['paymentMovedAway', 'paymentMovedHere'],
  waive: ['lateChargeForgiven'],
  extend: ['dueDatesMoved'],
  chargeOff: ['loanChargedOff'],
  // Told once the processor has sent it.
  cardRefund: [],
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
