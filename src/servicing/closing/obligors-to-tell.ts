import { stopsNotices } from '#src/domain/rules/flags/account-flags.ts'
import { flagsInForce } from '#src/store/accounts/account-flags.ts'
import { obligorsOf } from '#src/store/accounts/notice-days.ts'
import type { Tx } from '#src/store/database.ts'

/**
 * Who is told of what is due, by account: nobody who died, nobody while a bankruptcy or our legal
 * office stays collection, nobody who wants to hear no more.
 */
export async function obligorsToTell(
  tx: Tx,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await obligorsOf(tx, accountIds)
  const flags = await flagsInForce(tx, accountIds)
  return new Map(
    [...all].map(([accountId, obligors]) => {
      const own = flags.get(accountId) ?? []
      return [accountId, obligors.filter((obligorId) => !stopsNotices(own, obligorId))]
    }),
  )
}
