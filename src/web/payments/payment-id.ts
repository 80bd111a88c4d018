import type { WebContext } from '../request-context.ts'

const NOBODYS = '00000000-0000-0000-0000-000000000000'

/** The payment named in the address. What is no id becomes one that no payment has. */
export function paymentIdOf(c: WebContext): string {
  const text = c.req.param('payment') ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : NOBODYS
}
