// Due dates, and money that is set to be taken. No name and no number of an account. It follows the
// account: what is paid is gone from it.
import { assert } from '#src/domain/assert.ts'
import { comingDues } from '#src/domain/paying/coming-dues.ts'
import type { CalendarDay, PaymentCalendarFacts } from '#src/formats/calendar/payment-calendar.ts'
import { readLastAudit } from '#src/store/accounts/account-audit.ts'
import type { CalendarFeed } from '#src/store/accounts/calendar-feeds.ts'
import { viewAutopay } from '../autopay/view-autopay.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { scheduledPayments, stillScheduled } from '../scheduled-payments.ts'

/** Two years of months: a calendar is read again and again. */
const MOST_DUES = 24

/** As of the business date. */
export async function calendarOf(
  ctx: ServicingContext,
  feed: CalendarFeed,
): Promise<PaymentCalendarFacts> {
  // Who reads has no login; what an owner sees is asked for by obligor.
  const owner: Owner = { accountId: feed.accountId, obligorId: feed.obligorId, loginId: '' }
  const [loaded, today, payments, { view: autopay }, lastAudit] = await Promise.all([
    loadAccount(ctx.db, feed.accountId),
    businessDay(ctx.db),
    scheduledPayments(ctx, owner),
    viewAutopay(ctx, owner),
    readLastAudit(ctx.db, feed.accountId),
  ])
  const { account, ledger, events } = loaded
  const isOpen = account.status === 'open' && account.source !== 'abs-ee'
  const dues = isOpen ? comingDues(ledger, today, MOST_DUES) : []
  const debitDays = new Map(
    (autopay?.debits ?? []).flatMap(({ paymentId, day }) => (paymentId ? [[paymentId, day]] : [])),
  )
  const uid = uidsOf(ctx, feed.accountId)
  const lastEvent = events.at(-1)?.postedAt
  assert(lastEvent, 'an account begins with its boarding')
  const days: CalendarDay[] = [
    ...dues.map(({ number, due, amount }) => ({
      kind: 'due' as const,
      uid: uid(`due ${number}`),
      ...{ on: due, amount, counts: due },
    })),
    ...stillScheduled(payments).map(({ id, mine, isAutopay, withdrawn, effective, amount }) => ({
      kind: mine ? (isAutopay ? ('debit' as const) : ('payment' as const)) : ('other' as const),
      // A debit keeps its name when it turns from one that is foreseen to one that is set.
      uid: uid(isAutopay ? `debit ${debitDays.get(id) ?? id}` : `payment ${id}`),
      ...{ on: withdrawn, amount, counts: effective },
    })),
    ...foreseen(autopay).map(({ on, withdrawn, amount }) => ({
      kind: autopay?.mine ? ('debit' as const) : ('other' as const),
      uid: uid(`debit ${on}`),
      ...{ on: withdrawn, amount, counts: on },
    })),
  ]
  return {
    locale: feed.locale,
    lender: ctx.lender.name,
    days,
    // Both only grow, and nothing about the account changes without a line in one of them.
    sequence: account.events.count + account.audit.count,
    revisedAt: lastAudit !== null && lastAudit > lastEvent ? lastAudit : lastEvent,
  }
}

function foreseen(autopay: Awaited<ReturnType<typeof viewAutopay>>['view']) {
  return (autopay?.next ?? []).filter(({ amount, paymentId }) => amount > 0 && paymentId === null)
}

/** The same for the same thing for good, and nothing that says which account it is. */
function uidsOf(ctx: ServicingContext, accountId: string): (key: string) => string {
  const { portalHost } = ctx.lender
  return (key) => {
    const name = ctx.vault.mac('calendar entry', accountId, key).toString('hex').slice(0, 32)
    return `${name}@${portalHost}`
  }
}
