// GET /accounts/:id/payments: what is set and what was canceled.
import type { Hono } from 'hono'
import type { ScheduledPayment } from '#src/servicing/scheduled-payments.ts'
import type { LoanView } from '#src/servicing/view-account.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { MoneyState } from '#src/ui/money-state.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { howToPayPage } from '../lease/how-to-pay.tsx'
import { pageByProduct } from '../lease/page-by-product.ts'
import { spoken } from '../masked.tsx'
import type { WebEnv } from '../request-context.ts'
import { accountLabel } from './payment-words.ts'

export function registerPaymentList(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/payments', pageByProduct({ loan: paymentList, lease: howToPayPage }))
}

function paymentList(visit: AccountVisit, view: LoanView): Response {
  const { reader, base } = visit
  const w = reader.words.payments.list
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
        <Panel title={w.heading} aside={<a href={`${base}/activity`}>{w.activity}</a>}>
          {view.scheduledPayments.length === 0 ? (
            <Empty title={w.none}>{w.noneText}</Empty>
          ) : (
            <PaymentTable payments={view.scheduledPayments} visit={visit} />
          )}
        </Panel>
      </>
    ),
  })
}

function PaymentTable(props: { payments: readonly ScheduledPayment[]; visit: AccountVisit }) {
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
      rows={props.payments.map((payment) => ({ cells: cells(payment, props.visit) }))}
    />
  )
}

function cells(payment: ScheduledPayment, { reader, base }: AccountVisit) {
  const w = reader.words.payments.list
  const amount = reader.money(payment.amount)
  const isScheduled = payment.state === 'scheduled'
  return [
    <a class="k-quiet-link" href={`${base}/payments/${payment.id}`}>
      {reader.date(payment.effective, 'weekdayDated')}
    </a>,
    payment.mine && payment.fundingLabel
      ? spoken(accountLabel(payment.fundingLabel, reader), reader)
      : w.byOther,
    <span class="k-code">{payment.confirmation}</span>,
    isScheduled ? amount : <s class="k-struck">{amount}</s>,
    isScheduled ? (
      <>
        <MoneyState state="scheduled">{w.scheduled}</MoneyState>
        {payment.mine && <CellNote phone="hidden">{w.notLeft}</CellNote>}
      </>
    ) : (
      w.canceled
    ),
  ]
}
