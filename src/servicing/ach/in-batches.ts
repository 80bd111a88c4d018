// Walks accounts in batches and in several lanes; one account that fails holds up no other.
import type { Db } from '#src/store/database.ts'
import { closeEach, type UnclosedAccount } from '../closing/close-each.ts'

export type Page = (
  db: Db,
  page: { readonly after: string | null; readonly limit: number },
) => Promise<string[]>

/** Accounts of one transaction: so many that a commit is cheap, so few that none waits long. */
const ACCOUNTS_A_BATCH = 100

// While the database works for one batch, another one is worked out here.
const BATCHES_AT_ONCE = 3

/** Answers with the accounts of which it could not be done, and why. */
export async function inBatches(
  db: Db,
  page: Page,
  work: (accountIds: readonly string[]) => Promise<void>,
): Promise<readonly UnclosedAccount[]> {
  const batches = batchesOf(db, page)
  const unclosed: UnclosedAccount[] = []
  const lanes = Array.from({ length: BATCHES_AT_ONCE }, async () => {
    for (let next = await batches.next(); !next.done; next = await batches.next())
      await closeEach(next.value, { close: work, unclosed })
  })
  // Every lane comes to its end before this one does, whatever happened in another.
  const [failed] = (await Promise.allSettled(lanes)).filter((lane) => lane.status === 'rejected')
  if (failed) throw failed.reason
  return unclosed
}

async function* batchesOf(db: Db, page: Page): AsyncGenerator<readonly string[], undefined> {
  let last: string[] = []
  do {
    last = await page(db, { after: last.at(-1) ?? null, limit: ACCOUNTS_A_BATCH })
    if (last.length > 0) yield last
  } while (last.length === ACCOUNTS_A_BATCH)
}
