// A flag set or lifted: a line in the account's audit and one with who did it.
import type { StaffAction } from '#src/identity/staff/staff-log.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'

/** Appends last in its transaction, which holds the account already. */
export async function noteFlag(
  ctx: DeskServicing,
  tx: Tx,
  of: {
    readonly permit: Pick<StaffPermit<'setFlag'>, 'session' | 'visit'>
    readonly accountId: string
    readonly action: string
    readonly staffAction: Extract<StaffAction, 'staffSetFlag' | 'staffLiftedFlag'>
    readonly details: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { permit, accountId, action, staffAction, details } = of
  const { staffId } = permit.session
  // As it is now: what followed from the flag has lines of its own.
  const account = await lockAccount(tx, accountId)
  if (!account) throw new Error('broken invariant: an account that is held exists')
  const actor = { kind: 'staff', id: staffId } as const
  const entry = { at: ctx.clock.now(), requestId: ctx.requestId, actor, action, details }
  await appendAccountAudit(tx, ctx.vault, { account, entry })
  const { flag = '', kind = '' } = details
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      staffId,
      action: staffAction,
      visit: permit.visit,
      details: { account: accountId, flag, kind },
    },
  )
}
