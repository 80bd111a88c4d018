// GET and POST /profile/address: where letters go.
import type { Hono } from 'hono'
import * as z from 'zod'
import type { PostalAddress } from '#src/domain/account/boarding.ts'
import { plainWords } from '#src/domain/plain-words.ts'
import { checkZip } from '#src/domain/regions/us.ts'
import { isZipOfState, toState } from '#src/domain/regions/us-address.ts'
import { type FieldProblem, readForm, type Typed } from '#src/http/form.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { changeAddress } from '#src/identity/profile/change-address.ts'
import { viewProfile } from '#src/identity/profile/view-profile.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { steppedUpForm } from '../security/step-up.tsx'
import { addressPage } from './address-page.tsx'

export function registerAddress(app: Hono<WebEnv>): void {
  app.get('/profile/address', signedInPage(guarded(showKnown)))
  app.post('/profile/address', signedInPage(guarded(change)))
}

function guarded(handle: (c: WebContext, session: FreshSession) => Promise<Response>) {
  return (c: WebContext, session: SignedInSession) =>
    steppedUpForm(c, session, {
      action: 'changeAddress',
      back: '/profile/address',
      handle: (fresh) => handle(c, fresh),
    })
}

async function showKnown(c: WebContext, session: FreshSession): Promise<Response> {
  const { addresses } = await viewProfile(identityDeps(c), session)
  const known: Typed = { ...addresses[0] }
  return addressPage(c, session, { typed: known, problems: [], asked: 'nothing' })
}

async function change(c: WebContext, session: FreshSession): Promise<Response> {
  const { typed } = c.get('form')
  const words = c.get('words')
  const form = readForm(formOf(words), typed, words)
  const refuse = (problems: readonly FieldProblem[], asked: 'nothing' | 'zipOfState') =>
    addressPage(c, session, { typed, problems, asked })
  if (!form.ok) return refuse(form.problems, 'nothing')
  const address: PostalAddress = form.value
  if (!isZipOfState(address) && typed.sure !== 'yes') {
    const message = words.profile.address.zipElsewhere(address.state)
    return refuse([{ field: 'postalCode', message }], 'zipOfState')
  }
  const asking = { session, visit: c.get('visit') }
  const saved = await changeAddress(identityDeps(c), asking, address)
  return c.redirect(`/profile?done=${saved === 'same' ? 'addressSame' : 'address'}`, 303)
}

function formOf(words: Words) {
  const w = words.profile.address
  return z.object({
    street: readAs((text) => plainWords(text, 100), w.streetWrong),
    city: readAs((text) => plainWords(text, 60), w.cityWrong),
    state: readAs(toState, w.stateWrong),
    postalCode: readAs(toZip, w.zipWrong),
  })
}

/** "43085 1234" and "430851234" are written so too. */
function toZip(typed: string): string | null {
  const digits = typed.replace(/[\s\u2010-\u2015-]/g, '')
  const text = digits.length > 5 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits
  return checkZip(text) === null ? text : null
}

function readAs(read: (typed: string) => string | null, wrong: string) {
  return z.string().transform((typed, ctx): string => {
    const value = read(typed)
    if (value !== null) return value
    ctx.issues.push({ code: 'custom', message: wrong, input: typed })
    return z.NEVER
  })
}
