import type { WebContext } from '../request-context.ts'

/** Whom to call, and when, in the reader's language. */
export function lenderContact(c: WebContext): { readonly phone: string; readonly hours: string } {
  const { lender } = c.get('web').config
  return { phone: lender.phone, hours: lender.hours[c.get('locale')] }
}
