import { type IntendedView, viewIntended } from '#src/servicing/sharing/intended-view.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { IntendedNote } from './intended-note.tsx'

/** Null: nobody said that a payoff will come. */
export async function intendedOf(
  { ctx, owner }: AccountVisit,
  { hasIntended }: AccountView,
): Promise<IntendedView | null> {
  return hasIntended ? viewIntended(ctx, owner.accountId) : null
}

/** Above the panels of the overview: nothing where nobody said that a payoff will come. */
export function IntendedBanner(props: {
  readonly visit: AccountVisit
  readonly intended: IntendedView | null
}) {
  const { visit, intended } = props
  if (!intended) return null
  return (
    <div class="mb-6">
      <IntendedNote reader={visit.reader} view={intended} href={`${visit.base}/payoff/dealer`} />
    </div>
  )
}
