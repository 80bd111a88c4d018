// What the dealer or insurer sees: the payoff of a day with its parts, each day after, where money
// goes, the title, and the form by which they say when they will pay.
import { type FieldProblem, summaryOf, type Typed } from '#src/http/form.ts'
import type { SharedVisit } from '#src/servicing/sharing/find-link.ts'
import { type IntendedView, viewIntended } from '#src/servicing/sharing/intended-view.ts'
import type { SharedPayoff } from '#src/servicing/sharing/shared-payoff.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { DaysPanel } from '../documents/letter-days.tsx'
import { SendPanel } from '../documents/send-panel.tsx'
import { ensureSession, FormFields } from '../form-session.tsx'
import { page } from '../page.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { WebContext } from '../request-context.ts'
import { IntendPanel } from './intend-panel.tsx'
import { SharedAmountPanel } from './shared-amount-panel.tsx'
import { sharingOf } from './sharing-of.ts'

export type ViewShown = {
  readonly visit: Extract<SharedVisit, { is: 'open' }>
  readonly shared: SharedPayoff
  readonly problems: readonly FieldProblem[]
  /** The day that was asked for and is none. */
  readonly typed?: string
  /** What was typed into the form below. */
  readonly intended?: Typed
}

export async function sharedViewPage(c: WebContext, shown: ViewShown): Promise<Response> {
  const { visit, problems, shared } = shown
  const reader = readerOf(c)
  const session = await ensureSession(c)
  const intended = await viewIntended(sharingOf(c), visit.link.accountId)
  const { lender } = c.get('web').config
  const { sharing, shell } = reader.words
  const w = sharing.view
  const { vehicle, quoted } = shared
  const { name, vinEnding } = vehicle
  const isRefused = problems.length > 0
  return page(c, {
    title: isRefused ? `${shell.errorPrefix} ${w.title}` : w.title,
    ...(isRefused && { status: 422 }),
    children: (
      <>
        <PageHeading
          title={w.title}
          lead={vinEnding === null ? name : w.leadVin(name, vinEnding)}
        />
        {isRefused && (
          <ErrorSummary
            title={shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <Said c={c} intended={intended} linkId={visit.link.id} />
            <SharedAmountPanel shared={shared} reader={reader} lender={lender} />
            <DaysPanel
              reader={reader}
              days={quoted.days.map(({ on, total: counted }) => {
                return { on, counted, cleared: quoted.clearedOnly?.totals.get(on) ?? counted }
              })}
            />
          </Area>
          <Area at="side">
            <DayPanel shared={shared} reader={reader} shown={shown} />
            <SendPanel reader={reader} lender={lender} reference={quoted.quote.number} />
            <TitlePanel shared={shared} reader={reader} lender={lender.name} />
            <IntendPanel {...{ c, session, shared, problems }} typed={shown.intended ?? {}} />
            <Panel>
              <p>{w.ends(reader.time(visit.endsAt))}</p>
              <form class="mt-3" method="post" action="/shared/end">
                <FormFields c={c} session={session} />
                <Button>{w.leave}</Button>
              </form>
            </Panel>
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** What was said by this link, as it stands. */
function Said(props: { c: WebContext; intended: IntendedView | null; linkId: string }) {
  const { c, intended: view, linkId } = props
  const reader = readerOf(c)
  const { forPayer: w, intend } = reader.words.sharing
  const isDone = c.req.query('done') === 'said'
  if (view?.intended.linkId !== linkId) return null
  const { standing, intended, tooLittle } = view
  const day = reader.date(intended.expectedOn, 'long')
  if (standing.is === 'late')
    return (
      <Note tone="warn" role="status" lead={w.late(day)}>
        {w.lateText}
      </Note>
    )
  if (standing.is === 'short')
    return (
      <Note tone="bad" role="status" lead={w.short(reader.money(standing.missing))}>
        {w.shortText}
      </Note>
    )
  if (standing.is === 'arrived') return null
  return (
    <Note tone={tooLittle > 0 ? 'warn' : 'ok'} role="status" lead={isDone ? intend.done : ''}>
      {w.expected(reader.money(intended.amount), day)}{' '}
      {tooLittle > 0 && w.tooLittle(reader.money(tooLittle))}
    </Note>
  )
}

function DayPanel(props: { shared: SharedPayoff; reader: Reader; shown: ViewShown }) {
  const { shared, reader, shown } = props
  const w = reader.words.sharing.view
  const { firstDate, lastDate, payoff } = shared.quoted
  const error = shown.problems.find(({ field }) => field === 'on')?.message
  return (
    <Panel title={w.when}>
      <form class="k-field-line" method="get" action="/shared">
        <DateField
          id="on"
          name="on"
          label={w.whenField}
          value={shown.typed ?? payoff.on}
          min={firstDate}
          max={lastDate}
          {...(error !== undefined && { error })}
        />
        <Buttons>
          <Button>{w.show}</Button>
        </Buttons>
      </form>
    </Panel>
  )
}

function TitlePanel(props: { shared: SharedPayoff; reader: Reader; lender: string }) {
  const { shared, reader, lender } = props
  const w = reader.words.sharing.view
  return (
    <Panel title={w.titleHeading}>
      {shared.title === 'chargedOff' ? (
        <p>{w.chargedOff}</p>
      ) : (
        <p>
          {w.lien(lender)} {w.lienText(reader.date(shared.cleared, 'dated'))}
        </p>
      )}
    </Panel>
  )
}
