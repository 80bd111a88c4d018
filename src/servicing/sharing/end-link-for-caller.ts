import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { endPayoffLink, readPayoffLink } from '#src/store/sharing/payoff-links.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { tellOfLink } from './tell-of-link.ts'

/**
 * As its owner ends it (`endPayoffLink`), by staff for an owner who calls: it stands in the owner's
 * activity as done by us, and they are told. Ended before, it answers the same; false: no such link
 * of the account.
 */
export async function endLinkForCaller(
  ctx: DeskServicing,
  of: {
    readonly permit: StaffPermit<'endPayoffLink'>
    readonly accountId: string
    readonly linkId: string
  },
): Promise<boolean> {
  const { permit, accountId, linkId } = of
  return ctx.db.transaction().execute(async (tx) => {
    if (!(await lockAccount(tx, accountId))) return false
    const link = await readPayoffLink(tx, { accountId, id: linkId })
    if (!link) return false
    const end = { at: ctx.wallClock.now(), why: 'forCaller' } as const
    if (!(await endPayoffLink(tx, link, end))) return true
    await tellOfLink(ctx, tx, { link, template: 'payoffLinkEnded' })
    await noteAct(ctx, tx, {
      ...{ permit, accountId, action: 'payoff link ended', staffAction: 'staffEndedPayoffLink' },
      details: { linkId },
      about: { linkId },
      loginId: link.loginId,
    })
    return true
  })
}
