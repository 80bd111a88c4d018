// What the pages of moved money share: the context of its verbs, a refusal as a sentence, what is
// read from a form.
import * as z from 'zod'
import { parseDollars } from '#src/domain/money.ts'
import type { MoneyRefusal } from '#src/domain/orders/money-order.ts'
import type { PostingContext } from '#src/servicing/posting/posting-context.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import type { Words } from '#src/words/words.ts'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'

export const REQUESTS = '/money/requests'
export const HELD = '/money/held'

export function postingContext(c: DeskContext): PostingContext {
  const { db, vault, queue, clock: wallClock, moneyClock: clock, newId, config } = c.get('desk')
  const { lender } = config
  return { db, vault, queue, clock, wallClock, newId, lender, requestId: c.get('requestId') }
}

export function refusalWords(c: DeskContext, refusal: MoneyRefusal): string {
  const { day, money } = writers(c)
  const sentence = c.get('words').desk.posting.refusals[refusal.code]
  return sentence({
    amount: refusal.amount === undefined ? '' : money(refusal.amount),
    day: refusal.day === undefined ? '' : day(refusal.day),
  })
}

/** By its own number or that of a payoff quote; null: no account has it. */
export async function accountOf(c: DeskContext, number: string): Promise<string | null> {
  const { db, vault } = c.get('desk')
  const account = await findAccountByNumber(db, vault, { kind: 'account', number })
  return account ?? findAccountByNumber(db, vault, { kind: 'quote', number })
}

/** Of the form; one that is none is a form of its own. */
export function formKeyOf(c: DeskContext): string {
  return z.uuid().safeParse(c.get('form').typed.key).data ?? c.get('desk').newId()
}

/** Above zero. */
export function typedAmount(words: Words) {
  const { amountWrong } = words.desk.posting.form
  return z.string().transform((text, ctx) => {
    const amount = parseDollars(text)
    if (amount !== null && amount > 0) return amount
    ctx.addIssue({ code: 'custom', message: amountWrong })
    return z.NEVER
  })
}

/** Kept for good, in plain text: no card or account number belongs in it. */
export function typedReason(words: Words, missing?: string) {
  const w = words.desk.posting.form
  return z
    .string()
    .trim()
    .min(1, missing ?? w.reasonMissing)
    .max(500, w.reasonLong)
    .regex(/^(?!.*\d(?:[ -]?\d){7})/s, w.numbers)
}

export function typedAccount(words: Words) {
  const w = words.desk.posting.form
  return z.string().trim().min(1, w.accountMissing).max(40, w.accountMissing)
}
