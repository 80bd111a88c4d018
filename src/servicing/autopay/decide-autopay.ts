// Autopay's part in the close of a day: an account at a time, each in a transaction of its own.
import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { accountsToDecide } from '#src/store/autopay/autopays.ts'
import type { Db } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { holdAutopay } from './autopay-state.ts'
import { decideDebits } from './decide-debits.ts'

/**
 * Decides for the day after `businessDate`: debits that have to be announced by then are set, what
 * is set is made to fit what is due. A day is decided on once, however often this runs.
 */
export async function decideAutopay(
  ctx: ServicingContext,
  of: { readonly accountIds: readonly string[]; readonly businessDate: CivilDate },
): Promise<void> {
  const today = addDays(of.businessDate, 1)
  for (const accountId of of.accountIds)
    await ctx.db.transaction().execute(async (tx) => {
      const loaded = await loadForUpdate(tx, accountId)
      const held = await holdAutopay(tx, ctx, { loaded, today })
      if (held) await decideDebits(ctx, tx, held)
    })
}

const ACCOUNTS_A_BATCH = 100

/** The accounts that the close of `businessDate` has to ask `decideAutopay` about, in batches. */
export async function* accountsWithAutopay(
  db: Db,
  businessDate: CivilDate,
): AsyncGenerator<readonly string[], undefined> {
  const limit = ACCOUNTS_A_BATCH
  let page: Awaited<ReturnType<typeof accountsToDecide>> = []
  do {
    const after: (typeof page)[number] | null = page.at(-1) ?? null
    page = await accountsToDecide(db, { through: businessDate, after, limit })
    if (page.length > 0) yield page.map(({ accountId }) => accountId)
  } while (page.length === limit)
}
