import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { type MarkedNumber, markNumber } from '#src/servicing/fraud/mark-number.ts'
import type { DeskContext } from '../desk-context.ts'
import { tellPage } from '../desk-errors.tsx'
import { deskServicing } from '../desk-servicing.ts'
import { MARKS } from './mark-names.ts'

/** Marks what a form names, and goes to the list. */
export async function saveMark(
  c: DeskContext,
  permit: StaffPermit<'markNumber'>,
  of: { readonly number: MarkedNumber; readonly reason: string; readonly formKey: string },
): Promise<Response> {
  const answer = await markNumber(deskServicing(c), { ...of, permit })
  if (answer.is === 'notFound') return tellPage(c, 'notFound', 404)
  return c.redirect(`${MARKS}?done=${answer.is === 'done' ? 'marked' : 'already'}`, 303)
}
