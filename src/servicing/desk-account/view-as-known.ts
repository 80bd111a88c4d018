import { type AsKnown, asKnown, type KnownDay } from '#src/domain/account/known/as-known.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { type DeskServicing, noteView } from './note-view.ts'

export type AsKnownView = AsKnown & { readonly accountId: string; readonly accountEnding: string }

/**
 * The account on the day `on` as it was known at `knownAt` and as it is known now, and what was
 * recorded in between. That it was looked at stands in the account's audit. Null: no such account.
 */
export async function viewAsKnown(
  ctx: DeskServicing,
  account: { readonly accountId: string; readonly permit: StaffPermit<'seeCustomer'> },
  day: KnownDay,
): Promise<AsKnownView | null> {
  const { accountId, permit } = account
  return ctx.db.transaction().execute(async (tx) => {
    const locked = await lockAccount(tx, accountId)
    if (!locked) return null
    const known = asKnown(await readEvents(tx, accountId), day)
    const { on, knownAt } = day
    const action = 'viewed as known'
    await noteView(tx, ctx, { account: locked, permit, action, details: { on, knownAt } })
    return { ...known, accountId, accountEnding: locked.accountNumber.slice(-4) }
  })
}
