export type UnclosedAccount = { readonly accountId: string; readonly error: unknown }

// With more than this the trouble is not with single accounts: the close ends here and is tried
// again later.
const MOST_UNCLOSED = 100

/**
 * Closes a batch; where that fails, one half and then the other, down to the accounts that cannot
 * be closed, which are added to `unclosed`.
 */
export async function closeEach(
  accountIds: readonly string[],
  by: {
    readonly close: (accountIds: readonly string[]) => Promise<void>
    readonly unclosed: UnclosedAccount[]
  },
): Promise<void> {
  try {
    await by.close(accountIds)
  } catch (error) {
    const [accountId, ...others] = accountIds
    if (accountId === undefined) throw error
    if (others.length > 0) {
      const half = Math.ceil(accountIds.length / 2)
      await closeEach(accountIds.slice(0, half), by)
      await closeEach(accountIds.slice(half), by)
      return
    }
    by.unclosed.push({ accountId, error })
    if (by.unclosed.length > MOST_UNCLOSED) throw error
  }
}
