import { lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

const MOST_TRIES = 10

/**
 * Work on a number while every account that has it is held. Accounts are held before the number, as
 * everybody does; one that took the number up in between makes it begin again.
 */
export async function holdingAll<T>(
  ctx: ServicingContext,
  of: {
    readonly find: (tx: Tx) => Promise<readonly string[]>
    /** Nobody takes the number up from then on. */
    readonly lock: (tx: Tx) => Promise<void>
  },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const answer = await ctx.db.transaction().execute(async (tx) => {
      const held = new Set(await of.find(tx))
      await lockAccounts(tx, [...held])
      await of.lock(tx)
      const isAllHeld = (await of.find(tx)).every((accountId) => held.has(accountId))
      return isAllHeld ? { value: await work(tx) } : null
    })
    if (answer !== null) return answer.value
  }
  throw new Error('broken invariant: a number is not taken up again and again')
}
