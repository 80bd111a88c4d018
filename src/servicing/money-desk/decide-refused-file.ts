import type { Clock } from '#src/domain/clock.ts'
import { sendAgainUntil } from '#src/domain/rules/refused-file.ts'
import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { finishRefusalTasks } from '#src/store/ach/money-tasks.ts'
import { decideRefusal, type RefusalDecision, readRefusal } from '#src/store/ach/refused-files.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'

export type DecidedRefusal =
  | 'done'
  /** By somebody else, or by the same form: nothing changes. */
  | 'before'
  /** No cutoff is left at which it may go again. */
  | 'tooLate'
  | 'notFound'

/**
 * What becomes of a file that the bank refused, once and for all of it. The job that sends payments
 * carries it out and is asked for here; the file's task is done with it. `wallClock` dates what
 * staff did.
 */
export async function decideRefusedFile(
  ctx: ServicingContext & { readonly wallClock: Clock },
  of: {
    readonly permit: StaffPermit<'decideRefusedFile'>
    readonly fileId: string
    readonly decision: RefusalDecision
  },
): Promise<DecidedRefusal> {
  const { fileId: id, decision } = of
  const { staffId: by } = of.permit.session
  return ctx.db.transaction().execute(async (tx) => {
    const file = await readRefusal(tx, id)
    if (!file) return 'notFound'
    const { first } = payableDates(ctx, await businessDay(tx))
    if (decision === 'sendAgain' && first > sendAgainUntil(file.sentOn)) return 'tooLate'
    const at = ctx.clock.now()
    if (!(await decideRefusal(tx, { id, decision, by, at }))) return 'before'
    await finishRefusalTasks(tx, { fileId: id, at, by })
    await ctx.queue.enqueue(tx, 'send-payments', {})
    await recordStaff(
      tx,
      { ...ctx, clock: ctx.wallClock },
      {
        staffId: by,
        action: 'staffDecidedRefusedFile',
        visit: of.permit.visit,
        details: { file: id, decision },
      },
    )
    return 'done'
  })
}
