// What an order about money writes: the facts on each account, or why it may not be done. Asked
// when it is made, when it is looked at, and once more in the moment in which it is carried out.

import type { ActivityDay } from '../account/activity-row.ts'
import type { EventPayload, PaymentChannel } from '../account/event.ts'
import type { Fact } from '../account/extend.ts'
import type { AccountLedger } from '../account/ledger.ts'
import { openCharges } from '../account/waivers.ts'
import { addDays, type CivilDate, later } from '../calendar.ts'
import { type Cents, cents, ZERO_CENTS } from '../money.ts'
import { isPaidInFull } from '../rules/position.ts'
import {
  type MoneyAnswer,
  type MoneyOrder,
  moneyRefused,
  type OrderedAccount,
  type OrderPlan,
} from './money-order.ts'
import { planAct } from './plan-act.ts'
import { planCardRefund } from './plan-card-refund.ts'
import { planMove } from './plan-move.ts'
import { heldMoney } from './refundable.ts'

export type OrderDay = ActivityDay & { readonly backDatedDays: number }

/** `accounts` are those that the order names, late charges through today assessed. */
export function planOrder(
  order: MoneyOrder,
  accounts: ReadonlyMap<string, OrderedAccount>,
  at: OrderDay,
): MoneyAnswer<OrderPlan> {
  const account = 'accountId' in order ? accounts.get(order.accountId) : undefined
  switch (order.kind) {
    case 'file':
    case 'sendBack':
      return { ok: true, value: [] }
    case 'post':
    case 'assign':
      return account ? planPayment(order, account, at) : moneyRefused('accountNotFound')
    case 'apply':
    case 'refund':
    case 'moveHeld':
      return account ? planHeld(order, { account, accounts, at }) : moneyRefused('accountNotFound')
    case 'move':
      return planMove(order, accounts)
    case 'waive':
      return account ? planWaiver(order, account, at.today) : moneyRefused('accountNotFound')
    case 'cardRefund':
      return account ? planCardRefund(order, account) : moneyRefused('accountNotFound')
    case 'extend':
    case 'chargeOff':
      return account ? planAct(order, account, at.today) : moneyRefused('accountNotFound')
  }
}

/** The day on which a file's money came is a fact; one that is typed keeps to the lender's limit. */
function planPayment(
  order: Extract<MoneyOrder, { kind: 'post' | 'assign' }>,
  { ledger }: OrderedAccount,
  at: OrderDay,
): MoneyAnswer<OrderPlan> {
  const { accountId, effectiveDate } = order
  const boarded = ledger.steps[0]?.event.effectiveDate ?? at.today
  const limit = order.kind === 'post' ? addDays(at.today, -at.backDatedDays) : boarded
  const first = later(limit, boarded)
  if (effectiveDate > at.today) return moneyRefused('datedAhead', { day: at.today })
  if (effectiveDate < first) return moneyRefused('datedTooFarBack', { day: first })
  const channel = order.kind === 'post' ? order.channel : 'file'
  const payload = paymentOf(order.amount, channel)
  return { ok: true, value: [{ accountId, facts: [{ effectiveDate, payload }] }] }
}

/** Money that came without a word about it pays what is due and then the next installments. */
export function paymentOf(amount: Cents, channel: PaymentChannel): EventPayload {
  const terms = { extra: 'installments', extraAmount: null, toCharges: ZERO_CENTS } as const
  return { kind: 'payment', amount, ...terms, paymentId: null, channel }
}

function planHeld(
  order: Extract<MoneyOrder, { kind: 'apply' | 'refund' | 'moveHeld' }>,
  of: {
    readonly account: OrderedAccount
    readonly accounts: ReadonlyMap<string, OrderedAccount>
    readonly at: OrderDay
  },
): MoneyAnswer<OrderPlan> {
  const { accountId, amount, kind } = order
  const { account, accounts, at } = of
  const { held, refundable } = heldMoney(account, at)
  if (amount > held) return moneyRefused('notEnoughHeld', { amount: held })
  if (kind !== 'apply' && amount > refundable)
    return moneyRefused('notCleared', { amount: refundable })
  if (kind === 'apply' && !isAnythingOwed(account.ledger, at.today))
    return moneyRefused('nothingOwed')
  const to = kind === 'refund' ? 'refund' : kind === 'apply' ? 'applied' : 'moved'
  const effectiveDate = at.today
  const out: Fact = { effectiveDate, payload: { kind: 'release', amount, to } }
  const back: Fact = { effectiveDate, payload: paymentOf(amount, 'held') }
  if (kind === 'refund') return { ok: true, value: [{ accountId, facts: [out] }] }
  if (kind === 'apply') return { ok: true, value: [{ accountId, facts: [out, back] }] }
  const { toAccountId } = order
  if (toAccountId === accountId) return moneyRefused('sameAccount')
  if (!accounts.has(toAccountId)) return moneyRefused('accountNotFound')
  const value = [
    { accountId, facts: [out] },
    { accountId: toAccountId, facts: [back] },
  ]
  return { ok: true, value }
}

function isAnythingOwed(ledger: AccountLedger, on: CivilDate): boolean {
  if (ledger.product === 'loan') return !isPaidInFull(ledger.position, on)
  const { counted, lateCharges, fees, schedule } = ledger.position
  const { totalPayment, installments } = schedule
  return counted < totalPayment * installments.length || lateCharges > 0 || fees > 0
}

function planWaiver(
  order: Extract<MoneyOrder, { kind: 'waive' }>,
  { ledger }: OrderedAccount,
  today: CivilDate,
): MoneyAnswer<OrderPlan> {
  const { accountId, eventId, amount } = order
  const charge = openCharges(ledger).find((each) => each.eventId === eventId)
  const open = charge?.open ?? ZERO_CENTS
  if (amount > open) return moneyRefused('chargeNotOpen', { amount: open })
  const lowered = { bucket: 'lateCharges', amount: cents(-amount), charge: eventId } as const
  const payload = { kind: 'adjustment', ...lowered, reason: 'forgiven' } as const
  return { ok: true, value: [{ accountId, facts: [{ effectiveDate: today, payload }] }] }
}
