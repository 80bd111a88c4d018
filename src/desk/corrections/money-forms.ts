// The forms of an account's money, each read into an order. A problem names its field with
// the form's own prefix, by which the page finds it.
import * as z from 'zod'
import { parseDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { type FormAnswer, readForm } from '#src/http/form.ts'
import type { Words } from '#src/words/words.ts'
import type { DeskContext } from '../desk-context.ts'
import {
  accountOf,
  refusalWords,
  typedAccount,
  typedAmount,
  typedReason,
} from '../posting/posting-desk.ts'

export type Ordered = FormAnswer<{ readonly order: MoneyOrder; readonly reason: string }>

/** What is to be done with money that is held. */
export async function readHeld(c: DeskContext, accountId: string): Promise<Ordered> {
  const words = c.get('words')
  const w = words.desk.posting.account
  const what = z.string().regex(/^(apply|check|moveHeld|bank [0-9a-f-]{36})$/, w.heldMissing)
  const schema = z.object({ what, amount: typedAmount(words), reason: typedReason(words) })
  const form = read(c, 'held', schema)
  if (!form.ok) return form
  const { amount, reason } = form.value
  const [kind = '', bank = null] = form.value.what.split(' ')
  if (kind === 'apply') return { ok: true, value: { order: { kind, accountId, amount }, reason } }
  if (kind !== 'moveHeld') {
    const order = { kind: 'refund', accountId, amount, fundingAccountId: bank } as const
    return { ok: true, value: { order, reason } }
  }
  const to = await otherAccount(c, 'held')
  if (!to.ok) return to
  return { ok: true, value: { order: { kind, accountId, toAccountId: to.value, amount }, reason } }
}

/** A payment that belongs to another account. */
export async function readMove(c: DeskContext, accountId: string): Promise<Ordered> {
  const words = c.get('words')
  const { paymentMissing } = words.desk.posting.account
  const schema = z.object({ payment: chosenEvent(paymentMissing), reason: typedReason(words) })
  const form = read(c, 'move', schema)
  if (!form.ok) return form
  const to = await otherAccount(c, 'move')
  if (!to.ok) return to
  const { payment, reason } = form.value
  const order = { kind: 'move', accountId, toAccountId: to.value, ...payment } as const
  return { ok: true, value: { order, reason } }
}

/** A payment by card that goes back to its card, as the page showed it. */
export async function readCardRefund(c: DeskContext, accountId: string): Promise<Ordered> {
  const { cardRefunds: w } = c.get('words').desk.posting
  const shown = /^[0-9a-f-]{36} [0-9a-f-]{36} [1-9]\d{0,12} \d{4}-\d\d-\d\d$/
  const card = z.string().regex(shown, w.missing)
  const form = read(c, 'card', z.object({ card, reason: typedReason(c.get('words')) }))
  if (!form.ok) return form
  const [paymentId = '', eventId = '', amount = '', day = ''] = form.value.card.split(' ')
  const of = { accountId, paymentId, eventId, amount: cents(Number(amount)) }
  const effectiveDate = parseDate(day)
  if (effectiveDate === null)
    return { ok: false, problems: [{ field: 'card-card', message: w.missing }] }
  const order = { kind: 'cardRefund', ...of, effectiveDate } as const
  return { ok: true, value: { order, reason: form.value.reason } }
}

/** A late charge to forgive. */
export async function readWaiver(c: DeskContext, accountId: string): Promise<Ordered> {
  const words = c.get('words')
  const { chargeMissing } = words.desk.posting.account
  const schema = z.object({
    charge: chosenEvent(chargeMissing),
    amount: typedAmount(words),
    reason: typedReason(words),
  })
  const form = read(c, 'waiver', schema)
  if (!form.ok) return form
  const { charge, amount, reason } = form.value
  const order = { kind: 'waive', accountId, eventId: charge.eventId, amount } as const
  return { ok: true, value: { order, reason } }
}

/** Due dates moved, as the page offered it. */
export async function readExtension(c: DeskContext, accountId: string): Promise<Ordered> {
  const words = c.get('words')
  const months = z
    .string()
    .regex(/^[1-9]\d? [1-9]\d{0,3} [1-9]\d{0,12}$/, words.desk.posting.acts.monthsMissing)
    .transform((text) => text.split(' ').map(Number))
  const form = read(c, 'extension', z.object({ months, reason: typedReason(words) }))
  if (!form.ok) return form
  const [many = 0, from = 0, amount = 0] = form.value.months
  const order = { kind: 'extend', accountId, months: many, from, amount: cents(amount) } as const
  return { ok: true, value: { order, reason: form.value.reason } }
}

/** A loan given up as lost, with the principal that the page showed. */
export async function readChargeOff(c: DeskContext, accountId: string): Promise<Ordered> {
  const words = c.get('words')
  const principal = z
    .string()
    .regex(/^[1-9]\d{0,12}$/, words.desk.posting.acts.chargeOffMissing)
    .transform((text) => cents(Number(text)))
  const form = read(c, 'loss', z.object({ principal, reason: typedReason(words) }))
  if (!form.ok) return form
  const order = { kind: 'chargeOff', accountId, amount: form.value.principal } as const
  return { ok: true, value: { order, reason: form.value.reason } }
}

function read<T>(c: DeskContext, prefix: string, schema: z.ZodType<T>): FormAnswer<T> {
  const form = readForm(schema, c.get('form').typed, c.get('words'))
  if (form.ok) return form
  const named = form.problems.map(({ field, message }) => ({
    field: `${prefix}-${field}`,
    message,
  }))
  return { ok: false, problems: named }
}

/** "id 51234": the payment with the amount that the page showed. */
function chosenEvent(missing: string) {
  return z
    .string()
    .regex(/^[0-9a-f-]{36} [1-9]\d{0,12}$/, missing)
    .transform((text) => {
      const [eventId = '', amount = ''] = text.split(' ')
      return { eventId, amount: cents(Number(amount)) }
    })
}

async function otherAccount(c: DeskContext, prefix: string): Promise<FormAnswer<string>> {
  const words: Words = c.get('words')
  const schema = z.object({ to: typedAccount(words) })
  const form = read(c, prefix, schema)
  if (!form.ok) return form
  const id = await accountOf(c, form.value.to)
  if (id !== null) return { ok: true, value: id }
  const message = refusalWords(c, { code: 'accountNotFound' })
  return { ok: false, problems: [{ field: `${prefix}-to`, message }] }
}
