import { type AccountNotice, nextNoticeDay, noticesOn } from '#src/domain/account/next-review.ts'
import { replay } from '#src/domain/account/replay.ts'
import { addDays } from '#src/domain/calendar.ts'
import { claimCloseSteps } from '#src/store/accounts/close-steps.ts'
import { readHistoriesOf } from '#src/store/accounts/event-histories.ts'
import { setNoticeDays } from '#src/store/accounts/notice-days.ts'
import {
  autopayingAmong,
  type ComingMoney,
  comingMoneyOf,
} from '#src/store/payments/coming-money.ts'
import type { ServicingContext } from '../context.ts'
import { noticeRulesOn } from '../lender-rules.ts'
import type { CloseBatch } from './close-accounts.ts'
import type { DayTally } from './day-tally.ts'
import { obligorsToTell } from './obligors-to-tell.ts'
import { type Told, tellObligors } from './tell-obligors.ts'

/**
 * What the next day brings the owners of some accounts to know, in one transaction, and when to
 * look again: in the portal, by mail, and by text message where they agreed. A payment that money
 * on its way covers, or that autopay announces by itself, is not announced. An account whose step
 * of that day is done is left alone.
 */
export async function sendNotices(ctx: ServicingContext, batch: CloseBatch): Promise<DayTally> {
  const on = addDays(batch.businessDate, 1)
  return ctx.db.transaction().execute(async (tx): Promise<DayTally> => {
    const step = { kind: 'notices', doneAt: ctx.clock.now() }
    const accounts = await claimCloseSteps(tx, { ...batch, ...step })
    if (accounts.length === 0) return {}
    const ids = accounts.map(({ accountId }) => accountId)
    const histories = await readHistoriesOf(tx, ids)
    const coming = await comingMoneyOf(tx, ids)
    const autopaying = await autopayingAmong(tx, ids)
    const obligors = await obligorsToTell(tx, ids)
    const rules = noticeRulesOn(ctx.lender, on)
    const looked = accounts.map(({ accountId, source }) => {
      const ledger = replay(histories.of(accountId))
      // What stands in public filings has no owner here who pays.
      const due = source === 'abs-ee' ? [] : noticesOn(ledger, on, rules)
      const notices = due.filter(
        (notice) =>
          notice.kind === 'paymentPastDue' ||
          !(autopaying.has(accountId) || isCovered(notice, accountId, coming)),
      )
      return { accountId, notices, noticeOn: nextNoticeDay(ledger, on, rules) }
    })
    const told = looked.flatMap(({ accountId, notices }) =>
      notices.map((notice): Told => ({ accountId, notice })),
    )
    await tellObligors(ctx, tx, { told, obligors })
    await setNoticeDays(tx, looked)
    const [paymentsAnnounced, pastDue] = [count(told, 'paymentDue'), count(told, 'paymentPastDue')]
    return { paymentsAnnounced, pastDue }
  })
}

function isCovered(
  { due, owed }: AccountNotice,
  accountId: string,
  coming: readonly ComingMoney[],
): boolean {
  const inTime = coming.filter((each) => each.accountId === accountId && each.effectiveDate <= due)
  return inTime.reduce((total, each) => total + each.amount, 0) >= owed
}

function count(told: readonly Told[], kind: AccountNotice['kind']): number {
  return told.filter(({ notice }) => notice.kind === kind).length
}
