import { accountsRefused, type RefusalPhase } from '#src/store/ach/refused-entries.ts'
import {
  markCarriedOut,
  markTakenBack,
  type RefusedFile,
  unsettledRefusals,
} from '#src/store/ach/refused-files.ts'
import { inBatches } from '../ach/in-batches.ts'
import type { ServicingContext } from '../context.ts'
import { carryOutRefusal } from './carry-out-refusal.ts'
import { decideByTime } from './decide-by-time.ts'
import { takeBackRefused } from './take-back-refused.ts'

/**
 * Does what is still to be done about files that the bank refused: takes back what counts already,
 * decides where nobody did in time, and carries out what was decided, each account in a transaction
 * of its own. Safe to run again at any point, and twice at once. One account that fails holds up no
 * other; it is told at the end.
 */
export async function settleRefusedFiles(ctx: ServicingContext): Promise<void> {
  const failed: unknown[] = []
  for (const found of await unsettledRefusals(ctx.db)) {
    const { id: fileId } = found
    failed.push(
      ...(await eachAccount(ctx, { fileId, phase: 'sent' }, (accountId) =>
        takeBackRefused(ctx, { accountId, file: found }),
      )),
    )
    const at = ctx.clock.now()
    await ctx.db.transaction().execute((tx) => markTakenBack(tx, { id: fileId, at }))
    const file = await decideByTime(ctx, found)
    failed.push(...(await carryOut(ctx, file)))
  }
  if (failed.length > 0)
    throw new AggregateError(failed, `${failed.length} accounts of refused files: ${failed[0]}`)
}

async function carryOut(ctx: ServicingContext, file: RefusedFile): Promise<unknown[]> {
  const { id: fileId, decision } = file
  if (decision === null) return []
  const failed = await eachAccount(ctx, { fileId, phase: 'undecided' }, (accountId) =>
    carryOutRefusal(ctx, { accountId, file: { ...file, decision } }),
  )
  const at = ctx.clock.now()
  await ctx.db.transaction().execute((tx) => markCarriedOut(tx, { id: fileId, at }))
  return failed
}

/** One account after another, whatever becomes of the one before; answers with what went wrong. */
async function eachAccount(
  ctx: ServicingContext,
  of: { readonly fileId: string; readonly phase: RefusalPhase },
  work: (accountId: string) => Promise<void>,
): Promise<unknown[]> {
  const failed: unknown[] = []
  const page: Parameters<typeof inBatches>[1] = (db, at) => accountsRefused(db, { ...at, ...of })
  const unclosed = await inBatches(ctx.db, page, async (accountIds) => {
    for (const accountId of accountIds)
      await work(accountId).catch((error: unknown) => failed.push(error))
  })
  return [...failed, ...unclosed.map(({ error }) => error)]
}
