// When the payment counts: a date field, quick links, and the clock of today's cutoff.
import type { CivilDate } from '#src/domain/calendar.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { IconLine } from '#src/ui/icon-line.tsx'
import { type AmountFormProps, errorOf } from './amount-parts.ts'
import { CutoffClock } from './cutoff-clock.tsx'
import { draftQuery } from './payment-draft.ts'

export function PaymentDay(props: AmountFormProps) {
  const { visit, parts } = props
  const { reader } = visit
  const { options, draft } = parts
  const w = reader.words.payments.when
  return (
    <>
      <DateField
        id="on"
        name="on"
        label={w.field}
        hint={w.range(
          reader.date(options.firstDate, 'short'),
          reader.date(options.lastDate, 'short'),
        )}
        width="medium"
        value={draft.on}
        min={options.firstDate}
        max={options.lastDate}
        {...errorOf(parts, 'on')}
      />
      <QuickDays {...props} />
      <IconLine icon="clock">
        <Cutoff {...props} />
      </IconLine>
    </>
  )
}

function QuickDays({ visit, parts }: AmountFormProps) {
  const { reader } = visit
  const { options, draft, place } = parts
  const w = reader.words.payments.when
  const { today, firstDate, lastDate, dueDate } = options
  const days: { day: CivilDate; words: string }[] = [
    { day: today, words: w.today },
    ...(dueDate ? [{ day: dueDate, words: w.dueDate(reader.date(dueDate, 'short')) }] : []),
  ]
  return (
    <p class="k-quick-days">
      {days
        .filter(({ day }) => day >= firstDate && day <= lastDate)
        .map(({ day, words }) => (
          <a href={`${place.form}?${draftQuery(draft, { on: day })}`}>{words}</a>
        ))}
    </p>
  )
}

/** Until when a payment still counts on the first day; how long that is, when it is today. */
function Cutoff({ visit, parts }: AmountFormProps) {
  const { reader, ctx } = visit
  const { today, firstDate } = parts.options
  const until = cutoffOn(ctx.lender, firstDate)
  const w = reader.words.payments.when
  const time = reader.time(until)
  const isToday = firstDate === today
  const minutes = Math.floor((Date.parse(until) - Date.parse(ctx.clock.now())) / 60_000)
  return (
    <>
      {isToday ? w.cutoffToday(time) : w.cutoff(reader.date(firstDate, 'long'), time)}{' '}
      <CutoffClock visit={visit} until={until}>
        {isToday ? w.left(w.duration(Math.max(1, minutes))) : ''}
      </CutoffClock>
    </>
  )
}
