import type { Confirmed, ConfirmingSession } from '#src/identity/entry/confirm.ts'
import { isStrongerOffered } from '#src/identity/entry/offer-stronger.ts'
import { nextOf } from '../front/as-confirming.ts'
import { identityDeps, type WebContext } from '../request-context.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { trustAsAsked } from './trust.tsx'

/** A factor was right: on to what was asked for. A form that was sent twice says nothing more. */
export async function confirmed(
  c: WebContext,
  session: ConfirmingSession,
  { answer, by }: { answer: Confirmed; by: 'totp' | 'passkey' | 'code' | 'backup' },
): Promise<Response> {
  if (answer === 'sentBefore') return c.redirect(nextOf(c), 303)
  writeSessionCookie(c, answer.token)
  const next = nextOf(c)
  if (session.kind !== 'half') return c.redirect(next, 303)
  await trustAsAsked(c, answer.token)
  // Not to who has one, not on somebody else's computer, and not to who is on the way to it.
  const hasStrong = by === 'totp' || by === 'passkey'
  const mayOffer = !hasStrong && !session.shared && !next.startsWith('/security')
  const offered = mayOffer && (await isStrongerOffered(identityDeps(c), session.loginId))
  return c.redirect(offered ? `/security/stronger?${new URLSearchParams({ next })}` : next, 303)
}
