import type { KnownFigures, LaterEvent } from '#src/domain/account/known/as-known.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { AsKnownView } from '#src/servicing/desk-account/view-as-known.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { writers } from '../money/money-links.tsx'

type Parts = {
  readonly view: AsKnownView
  readonly known: CivilDate
  readonly today: CivilDate
  readonly typed: { readonly on: string; readonly known: string }
  readonly wrong: readonly ('on' | 'known')[]
}
type Of = Parts & { readonly c: DeskContext }

export function asKnownPage(c: DeskContext, parts: Parts): Response {
  const { desk, shell } = c.get('words')
  const w = desk.accounts
  const { view, wrong } = parts
  const of = { c, ...parts }
  const isRefused = wrong.length > 0
  return deskPage(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.known.title}` : w.known.title,
    ...(isRefused && { status: 422 as const }),
    current: 'customers',
    children: (
      <>
        <PageHeading
          identity={<a href={`/accounts/${view.accountId}`}>{w.named(view.accountEnding)}</a>}
          title={w.known.title}
          lead={w.known.lead}
        />
        <div class="k-flow">
          {isRefused && (
            <ErrorSummary
              title={shell.errorSummary(wrong.length)}
              problems={wrong.map((fieldId) => ({ fieldId, words: w.known.wrongDay }))}
            />
          )}
          <Panel>
            <DaysForm {...of} />
          </Panel>
          <Panel title={w.known.comparedOn(writers(c).day(view.on))}>
            <Compared {...of} />
          </Panel>
          <Panel title={w.known.later} lead={w.known.laterLead}>
            {view.later.length === 0 ? <p>{w.known.same}</p> : <Later c={c} later={view.later} />}
          </Panel>
        </div>
      </>
    ),
  })
}

function DaysForm({ c, view, today, typed, wrong }: Of) {
  const w = c.get('words').desk.accounts.known
  const error = (field: 'on' | 'known') => (wrong.includes(field) ? w.wrongDay : undefined)
  const shown = { max: today, width: 'short' } as const
  return (
    <form class="k-fields" method="get" action={`/accounts/${view.accountId}/as-known`}>
      <DateField
        {...{ id: 'on', name: 'on', label: w.on, value: typed.on, error: error('on') }}
        {...shown}
      />
      <DateField
        {...{ id: 'known', name: 'known', label: w.knownOn, value: typed.known }}
        {...{ error: error('known'), ...shown }}
      />
      <Buttons>
        <Button look="primary">{w.show}</Button>
      </Buttons>
    </form>
  )
}

function Compared({ c, view, known }: Of) {
  const w = c.get('words').desk.accounts.known
  const { day, money } = writers(c)
  if (!view.now) return <p>{w.absentNow}</p>
  const { earlier, now } = view
  const count = (days: number) => formatCount(days, c.get('locale'))
  const rows = FIGURES.flatMap(({ label, of, is }) => {
    const [was, stands] = [earlier && of(earlier), of(now)]
    if (stands === null && (was === null || was === undefined)) return []
    const write = is === 'money' ? money : count
    const cell = (value: number | null) => (value === null ? '–' : write(value))
    const changed = was === null || stands === null || was === stands ? null : stands - was
    const difference = changed === null ? '–' : `${changed > 0 ? '+' : ''}${write(changed)}`
    const name = label === 'balance' ? balanceOf(view) : label
    const named = (
      <>
        {w.rows[name]}
        <CellNote phone="only">{`${w.knownOnDay(day(known))}: ${cell(was)}`}</CellNote>
      </>
    )
    return [{ cells: [named, cell(was), cell(stands), difference] }]
  })
  return (
    <div class="k-flow">
      {!earlier && <Note tone="info">{w.absent}</Note>}
      <Table
        caption={w.compared}
        columns={[
          { label: w.what, weight: 'strong', phone: 'name' },
          { label: w.knownOnDay(day(known)), align: 'end', phone: 'hidden' },
          { label: w.now, align: 'end', weight: 'ink', phone: 'amount' },
          { label: w.difference, align: 'end', phone: 'hidden' },
        ]}
        rows={rows}
      />
    </div>
  )
}

function balanceOf({ product }: AsKnownView): 'principal' | 'leaseBalance' {
  return product === 'lease' ? 'leaseBalance' : 'principal'
}

type Figure = {
  readonly label:
    | 'balance'
    | 'interest'
    | 'lateCharges'
    | 'fees'
    | 'unapplied'
    | 'chargedOff'
    | 'pastDue'
    | 'daysPastDue'
    | 'payoff'
  readonly is: 'money' | 'days'
  readonly of: (figures: KnownFigures) => number | null
}

const FIGURES: readonly Figure[] = [
  { label: 'balance', is: 'money', of: ({ balance }) => balance },
  { label: 'interest', is: 'money', of: ({ interest }) => interest },
  { label: 'lateCharges', is: 'money', of: ({ lateCharges }) => lateCharges },
  { label: 'fees', is: 'money', of: ({ fees }) => fees },
  { label: 'unapplied', is: 'money', of: ({ unapplied }) => unapplied },
  { label: 'chargedOff', is: 'money', of: ({ chargedOff }) => chargedOff },
  { label: 'pastDue', is: 'money', of: ({ pastDue }) => pastDue },
  { label: 'daysPastDue', is: 'days', of: ({ daysPastDue }) => daysPastDue },
  { label: 'payoff', is: 'money', of: ({ payoff }) => payoff },
]

function Later({ c, later }: { c: DeskContext; later: readonly LaterEvent[] }) {
  const w = c.get('words').desk.accounts
  const { day, money } = writers(c)
  const { moment } = momentsFor(c)
  const named = (event: LaterEvent['event']) => w.events[event.payload.kind] ?? w.otherEvent
  return (
    <Table
      caption={w.known.later}
      columns={[
        { label: w.known.what, weight: 'strong', phone: 'name' },
        { label: w.known.counts, phone: 'under' },
        { label: w.known.recorded, phone: 'hidden' },
        { label: w.known.amount, align: 'end', weight: 'ink', phone: 'amount' },
      ]}
      rows={later.map(({ event, of }) => ({
        cells: [
          <>
            {named(event)}
            {of && (
              <CellNote phone="always">
                {w.known.takesBack(named(of), day(of.effectiveDate))}
              </CellNote>
            )}
          </>,
          day(event.effectiveDate),
          moment(event.postedAt),
          amountOf(of ?? event, money),
        ],
      }))}
    />
  )
}

function amountOf({ payload }: LaterEvent['event'], money: (amount: number) => string): string {
  return 'amount' in payload ? money(payload.amount) : '–'
}
