// Staff looked at an account: a line in its audit and one with who did it.
import type { Clock } from '#src/domain/clock.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

/** `clock` dates money; what staff did is dated by the clock on the wall. */
export type DeskServicing = ServicingContext & { readonly wallClock: Clock }

/** Appends last in its transaction. `details`: what was looked at, never what was seen. */
export async function noteView(
  tx: Tx,
  ctx: DeskServicing,
  of: {
    readonly account: LockedAccount
    readonly permit: Pick<StaffPermit<'seeCustomer'>, 'session' | 'visit'>
    readonly action: string
    readonly details: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { account, permit, action, details } = of
  const { staffId } = permit.session
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'staff', id: staffId },
      action,
      details,
    },
  })
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      staffId,
      action: 'staffSawAccount',
      visit: permit.visit,
      details: { account: account.accountId, ...details },
    },
  )
}
