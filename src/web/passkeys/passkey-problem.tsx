import type { Refusal } from '#src/domain/refusal.ts'
import { secondsUntil } from '#src/identity/moments.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import type { WebContext } from '../request-context.ts'

/** Why a passkey opened nothing. */
export function PasskeyProblem({ c, refusal }: { c: WebContext; refusal: Refusal }) {
  const { identity, passkeys: w, refusals } = c.get('words')
  if (refusal.code !== 'waitBeforeTrying')
    return (
      <ErrorSummary title={w.refusedHeading}>
        {refusals.sentence(refusal, c.get('locale'))}
      </ErrorSummary>
    )
  const wait = identity.duration(secondsUntil(refusal.until, c.get('web').clock.now()))
  return <ErrorSummary title={w.pausedHeading}>{w.paused(wait)}</ErrorSummary>
}
