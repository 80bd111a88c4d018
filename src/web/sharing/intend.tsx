// POST /shared/payoff: who was given a link says when they will pay.
import { readForm } from '#src/http/form.ts'
import { sharedVisit } from '#src/servicing/sharing/find-link.ts'
import { sharedPayoff } from '#src/servicing/sharing/shared-payoff.ts'
import { stateByLink } from '#src/servicing/sharing/state-by-link.ts'
import type { WebContext } from '../request-context.ts'
import { payerForm } from './intended-form.ts'
import { readHeldLink, SHARED_PATH } from './shared-cookie.ts'
import { refusedSharedPage } from './shared-pages.tsx'
import { sharedViewPage } from './shared-view-page.tsx'
import { sharingOf } from './sharing-of.ts'

export async function intend(c: WebContext): Promise<Response> {
  const held = readHeldLink(c)
  const { state, typed } = c.get('form')
  if (!held || state === 'stale') return c.redirect(SHARED_PATH, 303)
  const ctx = sharingOf(c)
  const visit = await sharedVisit(ctx, held)
  if (visit.is !== 'open') return c.redirect(SHARED_PATH, 303)
  const words = c.get('words')
  const again = async (problems: Parameters<typeof sharedViewPage>[1]['problems']) => {
    const shared = await sharedPayoff(ctx, visit.link, { on: null })
    if (!shared.ok) return refusedSharedPage(c, shared.refusal)
    return sharedViewPage(c, { visit, shared: shared.value, problems, intended: typed })
  }
  const form = readForm(payerForm(words), typed, words)
  if (!form.ok) return again(form.problems)
  const { key: formKey, email, payer, amount, expectedOn } = form.value
  const contact = email === '' ? null : { to: email, locale: c.get('locale') }
  const said = { payer, amount, expectedOn, contact, formKey }
  const stated = await stateByLink(ctx, visit.link, said)
  if (stated.ok) return c.redirect(`${SHARED_PATH}?done=said`, 303)
  const isOften = stated.refusal.code === 'waitBeforeTrying'
  const message = isOften
    ? words.sharing.forPayer.often(c.get('web').config.lender.phone)
    : words.refusals.sentence(stated.refusal, c.get('locale'))
  return again([{ field: 'expectedOn', message }])
}
