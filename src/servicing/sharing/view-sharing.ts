// What borrowers of an account share of its payoff, and the payoff that is awaited, for the desk.
import { type IntendedView, viewIntended } from './intended-view.ts'
import { type ListedLink, listPayoffLinks } from './list-payoff-links.ts'
import type { SharingContext } from './sharing-context.ts'

export type AccountSharing = {
  /** Newest first, of all borrowers. */
  readonly links: readonly ListedLink[]
  readonly intended: IntendedView | null
}

/** For staff who have been let see the account: that is written down where they are. */
export async function viewSharing(
  ctx: SharingContext,
  account: { readonly accountId: string; readonly product: 'loan' | 'lease' },
): Promise<AccountSharing> {
  const { accountId, product } = account
  if (product === 'lease') return { links: [], intended: null }
  const links = await listPayoffLinks(ctx, { accountId })
  return { links, intended: await viewIntended(ctx, accountId) }
}
