import { flagEvent, holdsAutopay } from '#src/domain/autopay/flag-events.ts'
import type { AccountFlag } from '#src/domain/rules/flags/account-flags.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { insertLift, readFlags, refreshFlags } from '#src/store/accounts/account-flags.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { readAutopayOn } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import { tellOwner } from '../autopay/tell-owner.ts'
import { noteAct } from '../desk-account/note-act.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'

/**
 * Lifts a flag for good; the same can be set again. Nothing starts by itself: whoever set an
 * autopay that waited for it is told that they can start it again. False: no such flag in force.
 */
export async function liftFlag(
  ctx: DeskServicing,
  of: {
    readonly permit: StaffPermit<'liftFlag'>
    readonly accountId: string
    readonly flagId: string
    /** 1 to 1,000 characters. */
    readonly reason: string
  },
): Promise<boolean> {
  const { permit, accountId, flagId, reason } = of
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    const flag = (await readFlags(tx, accountId)).find(({ id }) => id === flagId)
    if (!account || !flag) return false
    const [by, at] = [permit.session.staffId, ctx.clock.now()]
    if (!(await insertLift(tx, account, { flagId, reason, by, at }))) return false
    await refreshFlags(tx, account)
    await tellWhoWaits(ctx, tx, { accountId, flag })
    await noteAct(ctx, tx, {
      permit,
      accountId,
      action: 'flag lifted',
      staffAction: 'staffLiftedFlag',
      details: { flag: flagId, kind: flag.kind, reason },
      about: { flag: flagId, kind: flag.kind },
    })
    return true
  })
}

async function tellWhoWaits(
  ctx: DeskServicing,
  tx: Tx,
  { accountId, flag }: { accountId: string; flag: AccountFlag },
): Promise<void> {
  const owner = await readAutopayOn(tx, accountId)
  if (owner?.state !== 'paused' || flagEvent(flag, owner.obligorId) === null) return
  const others = (await readFlags(tx, accountId)).filter(({ lifted }) => lifted === null)
  if (holdsAutopay(others, owner.obligorId)) return
  await tellOwner(ctx, tx, { owner, template: 'autopayMayResume', parameters: {} })
}
