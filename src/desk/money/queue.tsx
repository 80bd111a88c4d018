// GET /money/payments: what goes at the next cutoffs, what is on its way, what could not be taken.
import type { Hono } from 'hono'
import {
  onTheWayByDay,
  type QueueDay,
  retriesByDay,
  scheduledByDay,
  type UntakenPayment,
  untakenPayments,
} from '#src/store/payments/payment-queue.ts'
import { Chip } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { permitted } from '../permitted.ts'
import { AccountLink, codeWords, MoneyParts, writers } from './money-links.tsx'

const DAYS_SHOWN = 31
const UNTAKEN_SHOWN = 50

export function registerQueue(app: Hono<DeskEnv>): void {
  app.get(
    '/money/payments',
    permitted('seeMoney', () => '/money/payments', show),
  )
}

async function show(c: DeskContext): Promise<Response> {
  const { db } = c.get('desk')
  const [scheduled, retries, onTheWay, untaken] = await Promise.all([
    scheduledByDay(db, DAYS_SHOWN),
    retriesByDay(db, DAYS_SHOWN),
    onTheWayByDay(db, DAYS_SHOWN),
    untakenPayments(db, UNTAKEN_SHOWN),
  ])
  const w = c.get('words').desk.money.queue
  return deskPage(c, {
    title: w.title,
    current: 'money',
    children: (
      <>
        <PageHeading
          title={w.title}
          lead={w.lead}
          aside={<MoneyParts c={c} current="payments" />}
        />
        <PanelGrid split="6-6">
          <Area at="main">
            <Days c={c} title={w.scheduled} days={scheduled} />
          </Area>
          <Area at="side">
            <Days c={c} title={w.onTheWay} lead={w.onTheWayLead} days={onTheWay} />
            <Days c={c} title={w.retries} days={retries} />
          </Area>
          <Area at="wide">
            <Panel title={w.untaken} lead={w.untakenLead}>
              {untaken.length === 0 ? <p>{w.none}</p> : <Untaken c={c} untaken={untaken} />}
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function Days(props: { c: DeskContext; title: string; lead?: string; days: readonly QueueDay[] }) {
  const { c, title, lead, days } = props
  const w = c.get('words').desk.money.queue
  const { day, money } = writers(c)
  const count = (payments: number) => formatCount(payments, c.get('locale'))
  const sum = (of: 'payments' | 'amount') => days.reduce((all, each) => all + each[of], 0)
  return (
    <Panel title={title} {...(lead !== undefined && { lead })}>
      {days.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <Table
          caption={title}
          columns={[
            { label: w.day, weight: 'strong' },
            { label: w.payments, align: 'end' },
            { label: w.amount, align: 'end', weight: 'ink' },
          ]}
          rows={days.map((each) => ({
            cells: [day(each.day), count(each.payments), money(each.amount)],
          }))}
          total={[w.total, count(sum('payments')), money(sum('amount'))]}
        />
      )}
    </Panel>
  )
}

function Untaken({ c, untaken }: { c: DeskContext; untaken: readonly UntakenPayment[] }) {
  const w = c.get('words').desk.money.queue
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.untaken}
      columns={[
        { label: w.confirmation, weight: 'strong', phone: 'name' },
        { label: w.day, phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.why, before: 'wide', phone: 'under' },
      ]}
      rows={untaken.map((payment) => ({
        cells: [
          <>
            <span class="k-code">{payment.confirmation}</span>
            <CellNote phone="always">
              <AccountLink c={c} accountId={payment.accountId} />
            </CellNote>
          </>,
          day(payment.sendOn),
          money(payment.amount),
          <>
            <Chip tone={payment.state === 'returned' ? 'bad' : 'warn'}>
              {w.states[payment.state]}
            </Chip>
            <CellNote phone="hidden">{reasonOf(c, payment.reason ?? '')}</CellNote>
          </>,
        ],
      }))}
    />
  )
}

function reasonOf(c: DeskContext, reason: string): string {
  const { messages, desk } = c.get('words')
  if (/^R\d\d$/.test(reason)) return codeWords(c, reason)
  const known = Object.entries(messages.reasons).find(([name]) => name === reason)
  return known?.[1] ?? desk.money.queue.otherReason
}
