import * as z from 'zod'
import { schemaOnce } from '#src/http/form.ts'

/** A code of six digits, typed with blanks or without. */
export const codeForm = schemaOnce((words) =>
  z.object({ code: sixDigits(words.identity.confirm.codeMissing) }),
)

export function sixDigits(missing: string) {
  const digits = z.string().transform((text) => text.replace(/[\s-]/g, ''))
  return digits.pipe(z.string().regex(/^\d{6}$/, missing))
}
