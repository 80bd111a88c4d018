// The form by which an account is proved: its number, the end of the person's own identity number,
// and the vehicle's number. Typed with blanks and dashes or without.
import * as z from 'zod'
import type { Words } from '#src/words/words.ts'

export function accountProofForm(words: Words) {
  const w = words.identity.register
  const bare = z.string().transform((text) => text.replace(/[\s-]/g, '').toUpperCase())
  return z.object({
    accountNumber: bare.pipe(
      z.string().min(1, w.accountNumberMissing).max(40, w.accountNumberMissing),
    ),
    lastFour: bare.pipe(z.string().regex(/^\d{4}$/, w.lastFourWrong)),
    // 49 CFR 565.13: 17 characters, none of them I, O or Q.
    vin: bare.pipe(z.string().regex(/^[A-HJ-NPR-Z0-9]{17}$/, w.vinWrong)),
  })
}
