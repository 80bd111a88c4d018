import { finishReports } from '#src/store/ach/bank-reports.ts'
import { waitingItems } from '#src/store/ach/report-items.ts'
import type { ServicingContext } from '../context.ts'
import { handleItem } from './handle-item.ts'

const ITEMS_A_PAGE = 200

/**
 * Handles every item that waits, each in its own transaction and once, whatever stops in between:
 * run again, it goes on with the next. What cannot be handled does not hold up the others; it is
 * thrown at the end and tried again by the next run.
 */
export async function handleReturns(ctx: ServicingContext): Promise<{ readonly handled: number }> {
  const failed = new Map<string, unknown>()
  let handled = 0
  for (;;) {
    const waiting = await waitingItems(ctx.db, ITEMS_A_PAGE + failed.size)
    const next = waiting.filter((id) => !failed.has(id))
    if (next.length === 0) break
    for (const id of next) {
      try {
        await handleItem(ctx, id)
        handled += 1
      } catch (error) {
        failed.set(id, error)
      }
    }
  }
  await ctx.db.transaction().execute((tx) => finishReports(tx))
  if (failed.size > 0) throw new UnhandledItemsError(failed)
  return { handled }
}

/** Names the items that hold out. */
export class UnhandledItemsError extends AggregateError {
  constructor(failed: ReadonlyMap<string, unknown>) {
    const named = [...failed].slice(0, 10).map(([id, error]) => `${id}: ${error}`)
    super(
      [...failed.values()],
      `${failed.size} items of the bank could not be handled: ${named.join('; ')}`,
    )
  }
}
