import type { ComponentChildren } from 'preact'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
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
      <Now now={props.now} />
      <MoveOn {...props} />
      <Passed days={props.now.passed} />
      <Buttons>
        <ButtonLink href="/mailbox">{w.mailbox}</ButtonLink>
      </Buttons>
    </PlainPage>
  )
}

function Now({ now }: { now: TimeNow }) {
  const { time: w } = words(LOCALE).desk
  const { businessDate, instant, zone, cutoffAt } = now
  const at = { zone, locale: LOCALE } as const
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
  return (
    <Panel title={w.passed} lead={w.passedLead}>
      {days.length === 0 ? (
        <Empty title={w.nonePassed}>{w.nonePassedText}</Empty>
      ) : (
        <DefinitionRows
          look="ruled"
          rows={days.map(({ businessDate, tally }) => ({
            label: formatDate(businessDate, LOCALE, 'weekdayDated'),
            value: told(tally),
          }))}
        />
      )}
    </Panel>
  )
}

function told(tally: PassedDay['tally']): string {
  const { time: w } = words(LOCALE).desk
  const names = Object.keys(w.counted) as (keyof typeof w.counted)[]
  const counts = names.flatMap((name) => {
    const count = tally[name] ?? 0
    return count === 0 ? [] : [w.counted[name](count)]
  })
  return counts.length === 0 ? w.nothing : counts.join(' · ')
}
