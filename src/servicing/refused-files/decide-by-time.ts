import { sendAgainUntil } from '#src/domain/rules/refused-file.ts'
import { finishRefusalTasks } from '#src/store/ach/money-tasks.ts'
import { decideRefusal, type RefusedFile, readRefusal } from '#src/store/ach/refused-files.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'

/**
 * The file as it then is: once no cutoff is left at which it may go again, it is decided that it
 * does not. Nothing waits for ever.
 */
export async function decideByTime(ctx: ServicingContext, file: RefusedFile): Promise<RefusedFile> {
  const { id, sentOn } = file
  if (file.decision === null)
    await ctx.db.transaction().execute(async (tx) => {
      const { first } = payableDates(ctx, await businessDay(tx))
      if (first <= sendAgainUntil(sentOn)) return
      const at = ctx.clock.now()
      if (!(await decideRefusal(tx, { id, decision: 'doNotSend', by: null, at }))) return
      await finishRefusalTasks(tx, { fileId: id, at, by: null })
    })
  return (await readRefusal(ctx.db, id)) ?? file
}
