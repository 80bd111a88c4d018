import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { finishTask as finish, readTask } from '#src/store/ach/money-tasks.ts'
import type { ServicingContext } from '../context.ts'

/**
 * A person has taken care of a task, and says how: `note` is 1 to 1,000 characters. Written down on
 * the account that it is about and with who did it. Done before, or by somebody else at the same
 * time: `false`, and nothing changes.
 */
export async function finishTask(
  ctx: Pick<ServicingContext, 'db' | 'vault' | 'clock' | 'requestId'>,
  of: {
    readonly permit: StaffPermit<'closeMoneyTask'>
    readonly taskId: string
    readonly note: string
  },
): Promise<boolean> {
  const { permit, taskId, note } = of
  const { staffId } = permit.session
  return ctx.db.transaction().execute(async (tx) => {
    const task = await readTask(tx, taskId)
    // What becomes of a refused file is decided on its own page, and that settles its task.
    if (!task || task.kind === 'fileRefused') return false
    const account = task.accountId === null ? null : await lockAccount(tx, task.accountId)
    const at = ctx.clock.now()
    if (!(await finish(tx, { id: taskId, at, by: staffId, note }))) return false
    const { kind, about } = task
    if (account)
      await appendAccountAudit(tx, ctx.vault, {
        account,
        entry: {
          at,
          requestId: ctx.requestId,
          actor: { kind: 'staff', id: staffId },
          action: 'money task done',
          details: { taskId, kind, about, note },
        },
      })
    await recordStaff(tx, ctx, {
      staffId,
      action: 'staffClosedMoneyTask',
      visit: permit.visit,
      details: { task: taskId, kind },
    })
    return true
  })
}
