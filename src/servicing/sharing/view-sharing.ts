// What borrowers of an account share of its payoff, and the payoff that is awaited, for the desk.
import { type IntendedView, viewIntended } from './intended-view.ts'
import { type LinkPage, pagePayoffLinks } from './list-payoff-links.ts'
import type { SharingContext } from './sharing-context.ts'

export type AccountSharing = {
  /** Of all borrowers; of a lease there is none. */
  readonly links: LinkPage
  readonly intended: IntendedView | null
}

/** For staff who have been let see the account: that is written down where they are. */
export async function viewSharing(
  ctx: SharingContext,
  of: { readonly accountId: string; readonly page: number },
): Promise<AccountSharing> {
  const { accountId } = of
  return {
    links: await pagePayoffLinks(ctx, of),
    intended: await viewIntended(ctx, accountId),
  }
}
