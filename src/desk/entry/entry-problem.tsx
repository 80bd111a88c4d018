import { secondsUntil } from '#src/identity/moments.ts'
import type { StaffRefusal } from '#src/identity/staff/staff-refusal.ts'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import type { DeskContext } from '../desk-context.ts'

/** Why nothing was opened or added, and what to do. */
export function EntryProblem({ c, refusal }: { c: DeskContext; refusal: StaffRefusal }) {
  const { desk: w, identity } = c.get('words')
  if (refusal.code !== 'waitBeforeTrying')
    return <ErrorSummary title={w.refusedHeading}>{w.refusals[refusal.code]}</ErrorSummary>
  const wait = identity.duration(secondsUntil(refusal.until, c.get('desk').clock.now()))
  return <ErrorSummary title={w.refusedHeading}>{w.paused(wait)}</ErrorSummary>
}
