import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { PlainPage } from '#src/ui/layout/plain-page.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatDate, formatMoment, formatTime } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import type { PassedDay, PassRefusal, TimeNow } from './demo-time.ts'

type Form = {
  readonly now: TimeNow
  readonly to: string
  readonly refusal: PassRefusal | null
  readonly fields: () => ComponentChildren
}

const LOCALE = 'en'

export function Time(props: Form) {
  const { time: w, title } = words(LOCALE).desk
  return (
    <PlainPage name={title} href="/" title={w.title} lead={w.lead}>
      <PanelGrid split="7-5">
        <Area at="main">
          <Now now={props.now} />
          <MoveOn {...props} />
          <Panel title={w.bank}>
            <p>{w.bankLead}</p>
          </Panel>
        </Area>
        <Area at="side">
          <Passed days={props.now.passed} />
        </Area>
        <Area at="wide">
          <Buttons>
            <ButtonLink href="/mailbox">{w.mailbox}</ButtonLink>
          </Buttons>
        </Area>
      </PanelGrid>
    </PlainPage>
  )
}

function Now({ now }: { now: TimeNow }) {
  const { time: w } = words(LOCALE).desk
  const { businessDate, instant, zone, cutoffAt } = now
  const at = { zone, locale: LOCALE, now: instant } as const
  return (
    <Panel title={formatDate(businessDate, LOCALE, 'full')}>
      <DefinitionRows
        look="ruled"
        rows={[
          { label: w.clock, value: formatMoment(instant, at) },
          { label: w.cutoff, value: cutoffAt === null ? w.cutoffOver : formatTime(cutoffAt, at) },
        ]}
      />
    </Panel>
  )
}

function MoveOn({ now, to, refusal, fields }: Form) {
  const { time: w } = words(LOCALE).desk
  const { businessDate, cutoffAt, monthOn } = now
  const month = formatDate(monthOn, LOCALE, 'shortDated')
  return (
    <Panel title={w.moveOn} lead={w.moveOnLead}>
      <div class="k-flow">
        <form method="post" action="/time">
          {fields()}
          <Buttons phone="stacked">
            <Button look="primary" name="step" value={businessDate}>
              {w.nextDay}
            </Button>
            {cutoffAt !== null && (
              <Button name="step" value={`cutoff ${businessDate}`}>
                {w.toCutoff}
              </Button>
            )}
            <Button name="step" value={monthOn}>
              {w.month(month)}
            </Button>
          </Buttons>
        </form>
        <form method="post" action="/time" class="k-flow">
          {fields()}
          <DateField
            id="to"
            name="to"
            label={w.through}
            hint={w.throughHint}
            value={refusal === null ? '' : to}
            min={businessDate}
            width="short"
            {...(refusal !== null && { error: w.refusals[refusal] })}
          />
          <Buttons>
            <Button>{w.closeThrough}</Button>
          </Buttons>
        </form>
      </div>
    </Panel>
  )
}

function Passed({ days }: { days: readonly PassedDay[] }) {
  const { time: w } = words(LOCALE).desk
  const busy = days.flatMap(({ businessDate, tally }) => {
    const label = formatDate(businessDate, LOCALE, 'weekdayDated')
    const value = told(tally)
    return value === '' ? [] : [{ label, value }]
  })
  const quiet = days.length - busy.length
  return (
    <Panel title={w.passed}>
      <p class="k-small k-ink2">{w.passedLead}</p>
      {days.length === 0 && <Empty title={w.nonePassed}>{w.nonePassedText}</Empty>}
      {busy.length > 0 && <DefinitionRows look="ruled" rows={busy} />}
      {quiet > 0 && <p class="k-small k-ink2">{w.quiet(quiet)}</p>}
    </Panel>
  )
}

function told(tally: PassedDay['tally']): string {
  const { counted } = words(LOCALE).desk.time
  const names = Object.keys(counted) as (keyof typeof counted)[]
  const counts = names.flatMap((name) => {
    const count = tally[name] ?? 0
    return count === 0 ? [] : [counted[name](count)]
  })
  return counts.join(' · ')
}
