// Staff did something about an account: a line in its audit and one with who did it.
import type { Visit } from '#src/identity/sessions.ts'
import { recordStaff, type StaffAction } from '#src/identity/staff/staff-log.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { DeskServicing } from './note-view.ts'

type Details = Readonly<Record<string, string>>

/** Appends last in its transaction, which holds the account already. */
export async function noteAct(
  ctx: DeskServicing,
  tx: Tx,
  of: {
    readonly permit: { readonly session: StaffSession; readonly visit: Visit }
    readonly accountId: string
    readonly action: string
    readonly staffAction: StaffAction
    readonly details: Details
    /** What of it stands beside the account in the line with who did it. */
    readonly about: Details
    /** Whose activity shows it besides. */
    readonly loginId?: string | null
  },
): Promise<void> {
  const { permit, accountId, action, staffAction, details, about, loginId = null } = of
  const { staffId } = permit.session
  // As it is now: what followed from the act has lines of its own.
  const account = await lockAccount(tx, accountId)
  if (!account) throw new Error('broken invariant: an account that is held exists')
  const actor = { kind: 'staff', id: staffId } as const
  const entry = { at: ctx.clock.now(), requestId: ctx.requestId, actor, action, details }
  await appendAccountAudit(tx, ctx.vault, { account, entry })
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      staffId,
      action: staffAction,
      visit: permit.visit,
      loginId,
      details: { account: accountId, ...about },
    },
  )
}
