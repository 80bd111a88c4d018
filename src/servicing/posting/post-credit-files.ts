// The lines of approved files, each in a transaction of its own: stopped anywhere and run again,
// each is posted once.
import { approvedCreditFiles, moveCreditFile } from '#src/store/desk-money/credit-files.ts'
import { nextWaitingCredit } from '#src/store/desk-money/received-credits.ts'
import type { ServicingContext } from '../context.ts'
import { holdUnapplied, postCredit } from './post-credit.ts'

/** Whatever is still to be posted of whatever file was approved. */
export async function postCreditFiles(ctx: ServicingContext): Promise<void> {
  for (const fileId of await approvedCreditFiles(ctx.db)) await postCreditFile(ctx, fileId)
}

export async function postCreditFile(ctx: ServicingContext, fileId: string): Promise<void> {
  while (await postNext(ctx, fileId));
}

/** True while there may be another. */
async function postNext(ctx: ServicingContext, fileId: string): Promise<boolean> {
  return ctx.db.transaction().execute(async (tx) => {
    const credit = await nextWaitingCredit(tx, fileId)
    const at = ctx.clock.now()
    if (!credit) {
      await moveCreditFile(tx, { id: fileId, from: 'approved', to: 'posted', at })
      return false
    }
    if (credit.accountId !== null) await postCredit(ctx, tx, credit, credit.accountId)
    else await holdUnapplied(ctx, tx, credit)
    return true
  })
}
