import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { type NoticeDay, noticesDue } from '#src/store/accounts/notice-days.ts'
import { type DueReview, reviewsDue, reviewsUnknown } from '#src/store/accounts/reviews.ts'
import type { Db } from '#src/store/database.ts'

/** Accounts of one transaction: so many that a commit is cheap, so few that none waits long. */
export const ACCOUNTS_A_BATCH = 300

/**
 * The accounts that a close has to look at, in batches: those with a review due by `businessDate`,
 * and those of which it is not known when they have one. Only one page is held at a time.
 */
export async function* accountsToClose(
  db: Db,
  businessDate: CivilDate,
): AsyncGenerator<readonly string[], undefined> {
  const limit = ACCOUNTS_A_BATCH
  let unknown: string[] = []
  do {
    unknown = await reviewsUnknown(db, { after: unknown.at(-1) ?? null, limit })
    if (unknown.length > 0) yield unknown
  } while (unknown.length === limit)
  let due: DueReview[] = []
  do {
    due = await reviewsDue(db, { through: businessDate, after: due.at(-1) ?? null, limit })
    if (due.length > 0) yield due.map(({ accountId }) => accountId)
  } while (due.length === limit)
}

/** Those of which the day after `businessDate` may bring something to tell, in batches. */
export async function* accountsToTell(
  db: Db,
  businessDate: CivilDate,
): AsyncGenerator<readonly string[], undefined> {
  const limit = ACCOUNTS_A_BATCH
  const through = addDays(businessDate, 1)
  let due: NoticeDay[] = []
  do {
    due = await noticesDue(db, { through, after: due.at(-1) ?? null, limit })
    if (due.length > 0) yield due.map(({ accountId }) => accountId)
  } while (due.length === limit)
}
