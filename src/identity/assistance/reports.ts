// What customers reported as not theirs: it waits for somebody of staff to look at it.
import { readClosedAccounts } from '#src/store/logins/closed-logins.ts'
import { readLoginAccounts } from '#src/store/logins/logins.ts'
import { closeNotice, readOpenNotices } from '#src/store/staff/staff-notices.ts'
import { recordStaff } from '../staff/staff-log.ts'
import type { StaffPermit } from '../staff/staff-policy.ts'
import type { AssistDeps, CustomerId } from './customer.ts'

export type OpenReport = CustomerId & { readonly id: string; readonly at: string }

const MOST = 50

/** The oldest first. It names nobody: looking at the customer is another step, and written down. */
export async function openReports(
  deps: Pick<AssistDeps, 'db'>,
  _permit: StaffPermit<'seeCustomer'>,
): Promise<OpenReport[]> {
  const notices = await readOpenNotices(deps.db, MOST)
  const reports = await Promise.all(
    notices.map(async ({ id, at, loginId }) => {
      const own = await readLoginAccounts(deps.db, loginId)
      // A report stays, whether or not they gave up the sign-in since.
      const [first] = own.length > 0 ? own : await readClosedAccounts(deps.db, loginId)
      return first ? [{ id, at, ...first }] : []
    }),
  )
  return reports.flat()
}

/** Somebody has taken care of it; twice is once. */
export async function closeReport(
  deps: AssistDeps,
  { session, visit }: StaffPermit<'closeReport'>,
  id: string,
): Promise<void> {
  const { staffId } = session
  await deps.db.transaction().execute(async (tx) => {
    if (!(await closeNotice(tx, { id, staffId, at: deps.clock.now() }))) return
    await recordStaff(tx, deps, { staffId, action: 'staffClosedReport', visit, details: { id } })
  })
}
