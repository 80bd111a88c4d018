// Who pays, how much and by when, as it is typed by an owner or a dealer.
import * as z from 'zod'
import type { CivilDate } from '#src/domain/calendar.ts'
import { toEmailAddress } from '#src/domain/email-address.ts'
import { type Cents, parseDollars } from '#src/domain/money.ts'
import { plainWords } from '#src/domain/plain-words.ts'
import { typedDay } from '#src/http/form.ts'
import type { Words } from '#src/words/words.ts'

export function intendedForm(words: Words, payerWrong: string) {
  const w = words.sharing.intend.wrong
  return z.object({
    key: z.uuid(words.shell.form.incomplete),
    payer: readAs((typed) => plainWords(typed, 80), payerWrong),
    amount: readAs(toAmount, w.amount),
    expectedOn: readAs<CivilDate>(typedDay, w.day),
  })
}

/** With the address to which a payer may be written; empty: none. */
export function payerForm(words: Words) {
  const w = words.sharing.intend.wrong
  const email = (typed: string) => (typed.trim() === '' ? '' : toEmailAddress(typed))
  return intendedForm(words, w.payer)
    .extend({ email: readAs(email, w.email), consent: z.string().optional() })
    .superRefine(({ email: to, consent }, ctx) => {
      if (to === '' || consent === 'yes') return
      ctx.addIssue({ code: 'custom', message: w.consent, path: ['consent'] })
    })
}

function toAmount(typed: string): Cents | null {
  const amount = parseDollars(typed)
  return amount !== null && amount > 0 ? amount : null
}

function readAs<T>(read: (typed: string) => T | null, wrong: string) {
  return z.string().transform((typed, ctx): T => {
    const value = read(typed)
    if (value !== null) return value
    ctx.addIssue({ code: 'custom', message: wrong })
    return z.NEVER
  })
}
