// What the first form of registering and recovering takes, by the lender's file.
import * as z from 'zod'
import { IDENTITY_NUMBERS } from '#src/domain/regions/identity-numbers.ts'
import { typedDay } from '#src/http/form.ts'
import type { Words } from '#src/words/words.ts'
import type { RegistrationRules } from '../../lender-file.ts'
import type { WebContext } from '../request-context.ts'

const bare = z.string().transform((text) => text.replace(/[\s-]/g, '').toUpperCase())

/** One of the two besides the account and the end of the identity number; never both. */
type ShownAccount = { readonly accountNumber: string; readonly lastFour: string } & (
  | { readonly vin: string }
  | { readonly birthDate: string }
)

export function accountProofForm(words: Words, rules: RegistrationRules): z.ZodType<ShownAccount> {
  const w = words.accountProof
  const region = rules.identityNumbers
  const numbers = {
    accountNumber: bare.pipe(
      z.string().min(1, w.accountNumberMissing).max(40, w.accountNumberMissing),
    ),
    lastFour: bare.pipe(
      z.string().regex(IDENTITY_NUMBERS[region].lastFour, w.lastFour[region].wrong),
    ),
  }
  if (rules.proof === 'birthDate')
    return z.object({
      ...numbers,
      birthDate: z.string().transform((text, ctx) => {
        const day = typedDay(text)
        if (day === null) ctx.addIssue({ code: 'custom', message: w.birthDateWrong })
        return day ?? z.NEVER
      }),
    })
  return z.object({
    ...numbers,
    // 49 CFR 565.13: 17 characters, none of them I, O or Q.
    vin: bare.pipe(z.string().regex(/^[A-HJ-NPR-Z0-9]{17}$/, w.vinWrong)),
  })
}

/** What to have at hand, in one sentence. */
export function readyForProof(c: WebContext): string {
  const w = c.get('words').accountProof
  const rules = c.get('web').config.lender.registration
  return w.ready(w.lastFour[rules.identityNumbers].inList, w.inList[rules.proof])
}
