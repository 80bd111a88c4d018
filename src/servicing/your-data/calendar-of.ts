// Due dates, and money that is set to be taken. No name and no number of an account. It follows the
// account: what is paid is gone from it.
import { assert } from '#src/domain/assert.ts'
import { type CivilDate, dayNumber, momentInZone } from '#src/domain/calendar.ts'
import { comingDues } from '#src/domain/paying/coming-dues.ts'
import type { CalendarDay, PaymentCalendarFacts } from '#src/formats/calendar/payment-calendar.ts'
import { readLastAudit } from '#src/store/accounts/account-audit.ts'
import type { CalendarFeed } from '#src/store/accounts/calendar-feeds.ts'
import { viewAutopay } from '../autopay/view-autopay.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadAccount } from '../load-account.ts'
import { type ScheduledPayment, scheduledPayments, stillScheduled } from '../scheduled-payments.ts'

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
  const lastEvent = events.at(-1)?.postedAt
  assert(lastEvent, 'an account begins with its boarding')
  const uid = uidsOf(ctx, feed.accountId)
  return {
    locale: feed.locale,
    lender: ctx.lender.name,
    days: [
      ...dues.map(({ number, due, amount }): CalendarDay => {
        return { kind: 'due', uid: uid(`due ${number}`), on: due, amount, counts: due }
      }),
      ...setDays(stillScheduled(payments), { autopay, uid }),
      ...foreseenDays(autopay, uid),
    ],
    // All only grow. Nothing about the account changes without an event or a line of the audit, but
    // for the last payment, whose interest grows by the day while another is late.
    sequence: account.events.count + account.audit.count + dayNumber(today),
    revisedAt: latest([lastEvent, lastAudit ?? lastEvent, midnightOf(ctx, today)]),
  }
}

function midnightOf({ lender }: ServicingContext, today: CivilDate): string {
  return momentInZone(today, { time: '00:00', zone: lender.timeZone })
}

/** Moments of one form sort as text. */
function latest(moments: readonly [string, ...string[]]): string {
  return [...moments].sort().at(-1) ?? moments[0]
}

type Autopay = Awaited<ReturnType<typeof viewAutopay>>['view']
type Uid = (key: string) => string

/** Payments that are set, on the days on which their money leaves. */
function setDays(
  payments: readonly ScheduledPayment[],
  { autopay, uid }: { readonly autopay: Autopay; readonly uid: Uid },
): CalendarDay[] {
  const debitDays = new Map(
    (autopay?.debits ?? []).flatMap(({ paymentId, day }) => (paymentId ? [[paymentId, day]] : [])),
  )
  return payments.map(({ id, mine, isAutopay, withdrawn, effective, amount }) => {
    const own = isAutopay ? 'debit' : 'payment'
    // A debit keeps its name when it turns from one that is foreseen to one that is set.
    const name = isAutopay ? `debit ${debitDays.get(id) ?? id}` : `payment ${id}`
    const kind = mine ? own : 'other'
    return { kind, uid: uid(name), on: withdrawn, amount, counts: effective }
  })
}

/** Debits to come for which no payment is set yet. */
function foreseenDays(autopay: Autopay, uid: Uid): CalendarDay[] {
  const coming = autopay?.next.filter(({ amount, paymentId }) => amount > 0 && paymentId === null)
  return (coming ?? []).map(({ on, withdrawn, amount }) => {
    const kind = autopay?.mine ? 'debit' : 'other'
    return { kind, uid: uid(`debit ${on}`), on: withdrawn, amount, counts: on }
  })
}

/** The same for the same thing for good, and nothing that says which account it is. */
function uidsOf(ctx: ServicingContext, accountId: string): Uid {
  const { portalHost } = ctx.lender
  return (key) => {
    const name = ctx.vault.mac('calendar entry', accountId, key).toString('hex').slice(0, 32)
    return `${name}@${portalHost}`
  }
}
