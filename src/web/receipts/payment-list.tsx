// GET /accounts/:id/payments: every payment made here, whatever became of it.
import type { Hono } from 'hono'
import { paymentStanding } from '#src/domain/account/payment-standing.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { cardPaymentsOf } from '#src/servicing/cards/view-card-payment.ts'
import { ownAttempts } from '#src/servicing/payments/own-attempts.ts'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { CardListPanel } from '../cards/card-list-panel.tsx'
import { viewedPage } from '../lease/page-by-product.ts'
import { spoken } from '../masked.tsx'
import { isStruck, StandingMark } from '../payments/payment-standing.tsx'
import { accountLabel } from '../payments/payment-words.ts'
import type { Reader } from '../reader.ts'
import type { WebEnv } from '../request-context.ts'
import { AttemptsPanel } from './attempts-panel.tsx'

export function registerPaymentList(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/payments', viewedPage(paymentList))
}

async function paymentList(visit: AccountVisit, view: AccountView): Promise<Response> {
  const { reader, base, ctx, owner } = visit
  const [attempts, cards] = await Promise.all([ownAttempts(ctx, owner), cardPaymentsOf(ctx, owner)])
  const w = reader.words.payments.list
  const isEmpty = view.scheduledPayments.length === 0
  const make = (
    <ButtonLink look="primary" href={`${base}/payments/new`}>
      {w.make}
    </ButtonLink>
  )
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    dock: 'more',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
          {...(view.status === 'open' && !view.knownThrough && { aside: make })}
        />
        {isEmpty && cards.length > 0 ? null : (
          <Panel title={w.heading} aside={<a href={`${base}/activity`}>{w.activity}</a>}>
            {isEmpty ? (
              <Empty title={w.none}>{w.noneText}</Empty>
            ) : (
              <PaymentTable payments={view.scheduledPayments} visit={visit} today={view.today} />
            )}
          </Panel>
        )}
        <CardListPanel cards={cards} visit={visit} isAlone={isEmpty} />
        <AttemptsPanel attempts={attempts} reader={reader} />
        <p class="k-name mt-6">
          <a href={`${base}/bank-accounts`}>{reader.words.bankAccounts.title}</a>
          {' · '}
          <a href={`${base}/autopay`}>{reader.words.autopay.pages.title}</a>
        </p>
      </>
    ),
  })
}

function PaymentTable(props: {
  payments: readonly ScheduledPayment[]
  visit: AccountVisit
  today: CivilDate
}) {
  const { reader } = props.visit
  const w = reader.words.payments.list
  return (
    <Table
      caption={w.heading}
      density="roomy"
      columns={[
        { label: w.date, weight: 'strong', phone: 'name' },
        { label: w.from, phone: 'under' },
        { label: w.confirmation, phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'strong', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={props.payments.map((payment) => ({ cells: cells(payment, props) }))}
    />
  )
}

function cells(payment: ScheduledPayment, at: { visit: AccountVisit; today: CivilDate }) {
  const { visit, today } = at
  const { reader, base } = visit
  const amount = reader.money(payment.amount)
  const standing = paymentStanding(payment, today)
  return [
    <a class="k-quiet-link" href={`${base}/payments/${payment.id}`}>
      {reader.date(payment.effective, 'shortDated')}
    </a>,
    payment.mine && payment.fundingLabel
      ? spoken(accountLabel(payment.fundingLabel, reader), reader)
      : reader.words.payments.list.byOther,
    <span class="k-code">{payment.confirmation}</span>,
    isStruck(standing) ? <s class="k-struck">{amount}</s> : amount,
    <>
      <StandingMark payment={payment} today={today} reader={reader} />
      <DatesNote payment={payment} today={today} reader={reader} />
    </>,
  ]
}

/** Initiated, withdrawn and returnable as unauthorized, under the state; never only one date. */
function DatesNote(props: { payment: ScheduledPayment; today: CivilDate; reader: Reader }) {
  const { payment, today, reader } = props
  const w = reader.words.payments.list
  const sent = w.initiated(reader.day(payment.createdAt))
  const standing = paymentStanding(payment, today)
  const withdrawn = reader.date(payment.withdrawn, 'short')
  const left = payment.withdrawn <= today ? w.left(withdrawn) : w.withdrawn(withdrawn)
  const back = payment.attempts > 1 ? [w.cameBack(payment.attempts - 1)] : []
  const until = w.unauthorizedUntil(reader.date(payment.returnableUntil, 'short'))
  const clears = w.clears(reader.date(payment.cleared, 'short'))
  const lines = {
    scheduled: [sent, left, clears],
    onItsWay: [sent, left, clears],
    returnable: [sent, ...back, left, until],
    cleared: [sent, ...back, left, ...(today <= payment.returnableUntil ? [until] : [])],
    retrying: [sent],
    returned: [sent],
    held: [sent],
    notSent: [sent],
    canceled: [sent],
  }[standing]
  return (
    <>
      {lines.map((line) => (
        <CellNote phone="hidden">{line}</CellNote>
      ))}
    </>
  )
}
