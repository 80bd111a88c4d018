import * as z from 'zod'
import type { Words } from '#src/words/words.ts'

/** A code of six digits, typed with blanks or without. */
export function codeForm(words: Words) {
  const { codeMissing } = words.identity.confirm
  const digits = z.string().transform((text) => text.replace(/[\s-]/g, ''))
  return z.object({ code: digits.pipe(z.string().regex(/^\d{6}$/, codeMissing)) })
}
