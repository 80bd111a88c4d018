// What is typed about a bank account, and what each field is refused with.
import * as z from 'zod'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { bareNumber, isAccountNumber } from '#src/domain/regions/us-bank-account.ts'
import type { Words } from '#src/words/words.ts'

export function addForm(words: Words, lender: { readonly phone: string }) {
  const w = words.bankAccounts.add
  const digits = z.string().transform(bareNumber)
  return z
    .object({
      kind: z.enum(['checking', 'savings'], w.kindMissing),
      holder: z
        .enum(['mine', 'other'], w.holderMissing)
        .refine((holder) => holder === 'mine', w.holderRefused(lender.phone)),
      routingNumber: digits.refine((text) => checkRoutingNumber(text) === null, w.routingWrong),
      accountNumber: digits.refine(isAccountNumber, w.numberWrong),
      accountNumberAgain: digits.refine((text) => text !== '', w.againMissing),
      bankName: z.string().trim().min(1, w.nameMissing).max(60, w.nameMissing),
      nickname: z.string().trim().max(40, w.nicknameWrong),
      key: z.uuid(),
    })
    .refine((typed) => typed.accountNumber === typed.accountNumberAgain, {
      path: ['accountNumberAgain'],
      message: w.againWrong,
      when: () => true,
    })
}
