// What of an account's money one of us can put right on a day.

import type { ActivityDay } from '../account/activity-row.ts'
import type { AccountEvent, PaymentChannel } from '../account/event.ts'
import { type OpenCharge, openCharges } from '../account/waivers.ts'
import type { CivilDate } from '../calendar.ts'
import type { Cents } from '../money.ts'
import { type MoneyFigures, moneyFigures } from './money-figures.ts'
import type { OrderedAccount } from './money-order.ts'
import { type PossibleChargeOff, type PossibleExtension, possibleActs } from './plan-act.ts'
import { isMovable } from './plan-move.ts'
import { type HeldMoney, heldMoney } from './refundable.ts'

const PAYMENTS_SHOWN = 12

export type MovablePayment = {
  readonly eventId: string
  readonly amount: Cents
  readonly effectiveDate: CivilDate
  readonly channel: PaymentChannel
}

export type MoneyToPutRight = {
  readonly figures: MoneyFigures
  readonly held: HeldMoney
  /** The latest ones, the last first. */
  readonly movable: readonly MovablePayment[]
  readonly charges: readonly OpenCharge[]
  /** None of a lease. */
  readonly extensions: readonly PossibleExtension[]
  readonly chargeOff: PossibleChargeOff | null
  readonly today: CivilDate
}

/** On an account whose late charges are assessed through the day. */
export function moneyToPutRight(account: OrderedAccount, at: ActivityDay): MoneyToPutRight {
  const { ledger } = account
  const steps: readonly { readonly event: AccountEvent }[] = ledger.steps
  return {
    figures: moneyFigures(ledger, at.today),
    held: heldMoney(account, at),
    movable: steps
      .flatMap(({ event }) => movableOf(event))
      .reverse()
      .slice(0, PAYMENTS_SHOWN),
    charges: openCharges(ledger),
    ...possibleActs(account, at.today),
    today: at.today,
  }
}

function movableOf(event: AccountEvent): MovablePayment[] {
  const { id: eventId, effectiveDate, payload } = event
  if (payload.kind !== 'payment' || !isMovable(event)) return []
  const { amount, channel } = payload
  return [{ eventId, amount, effectiveDate, channel }]
}
