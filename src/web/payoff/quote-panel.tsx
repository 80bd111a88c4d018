// The amount, what makes it up, and what it counts on.
import { addDays } from '#src/domain/calendar.ts'
import { type Cents, minus, plus, ZERO_CENTS } from '#src/domain/money.ts'
import { cutoffOn } from '#src/servicing/lender-rules.ts'
import type { PayoffView } from '#src/servicing/quote-payoff.ts'
import { Amount } from '#src/ui/amount.tsx'
import { Disclosure } from '#src/ui/disclosure.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { type DefinitionRow, DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { IconLine } from '#src/ui/icon-line.tsx'
import { MoneyState } from '#src/ui/money-state.tsx'
import { Box, Panel } from '#src/ui/panel.tsx'
import { ExplanationView } from '../explanation/explanation-view.tsx'
import type { Reader } from '../reader.ts'
import type { PayoffParts } from './payoff-parts.ts'

export function QuotePanel(parts: PayoffParts) {
  const { visit, quoted } = parts
  const { reader, ctx } = visit
  const w = reader.words.payoff
  const { on } = quoted.payoff
  const time = reader.time(cutoffOn(ctx.lender, on))
  return (
    <Panel>
      <AmountLead
        label={w.toClose(reader.date(on, 'long'))}
        amount={<Amount cents={quoted.payoff.total} locale={reader.locale} size="payoff" />}
      />
      <IconLine icon="circle-check">
        {w.promise(<strong>{reader.money(ZERO_CENTS)}</strong>, time)}
      </IconLine>
      <p class="mt-3 lg:hidden">
        <a href="#when">{w.changeDate}</a>
      </p>
      <div class="mt-4">
        <DefinitionRows look="ruled" rows={lines(parts)} />
      </div>
      <CountsOn quoted={quoted} reader={reader} />
    </Panel>
  )
}

function lines(parts: PayoffParts): DefinitionRow[] {
  const { visit, quoted } = parts
  const { reader } = visit
  const w = reader.words.payoff.lines
  const { payoff } = quoted
  const charges = [
    ...(payoff.lateCharges > 0 ? [w.lateCharges(reader.money(payoff.lateCharges))] : []),
    ...(payoff.fees > 0 ? [w.fees(reader.money(payoff.fees))] : []),
  ]
  return [
    ...(payoff.chargedOff > 0 ? [chargedOffLine(quoted, reader)] : owedLines(parts)),
    {
      label: w.charges,
      value: reader.money(plus(payoff.lateCharges, payoff.fees)),
      note: charges.length > 0 ? charges.join(', ') : w.noneOpen,
    },
    ...(payoff.lateChargesToCome > 0 ? [lateChargeLine(quoted, reader)] : []),
    ...(payoff.unapplied > 0
      ? [
          {
            label: w.unapplied,
            value: reader.money(minus(ZERO_CENTS, payoff.unapplied)),
            note: w.unappliedText,
          },
        ]
      : []),
    {
      label: w.total(reader.date(payoff.on, 'short')),
      value: reader.money(payoff.total),
      strength: 'total',
    },
  ]
}

function owedLines(parts: PayoffParts): DefinitionRow[] {
  const { reader } = parts.visit
  const { payoff } = parts.quoted
  const label = reader.words.payoff.lines.principal
  return [
    { label, value: reader.money(payoff.principal), note: principalNote(parts) },
    interestLine(parts.quoted, reader),
  ]
}

function chargedOffLine({ payoff }: PayoffView, reader: Reader): DefinitionRow {
  return {
    label: reader.words.explanation.figures.chargedOff,
    value: reader.money(payoff.chargedOff),
    note: reader.words.account.chargedOff.noInterest,
  }
}

function principalNote({ visit, view, quoted }: PayoffParts): string {
  const { reader } = visit
  const w = reader.words.payoff.lines
  const last = view.activity.find(
    (row) => row.kind === 'payment' && row.split && row.effectiveDate <= quoted.payoff.on,
  )
  return last && last.amount !== null
    ? w.principalAfter(reader.money(last.amount), reader.date(last.effectiveDate, 'short'))
    : w.principalAsBoarded
}

function interestLine(quoted: PayoffView, reader: Reader): DefinitionRow {
  const w = reader.words.payoff.lines
  const { payoff } = quoted
  const days = quoted.days.find((day) => day.on === payoff.on)?.interestDays ?? 0
  const value = reader.money(payoff.interest)
  if (days === 0 && payoff.interest === 0)
    return { label: w.interestNone, value, note: w.interestNoneText }
  const from = reader.date(addDays(payoff.on, -days), 'short')
  return {
    label: w.interest(from, reader.date(payoff.on, 'short')),
    value,
    below: <LineWorking quoted={quoted} label="interest" state="open" reader={reader} />,
  }
}

function lateChargeLine(quoted: PayoffView, reader: Reader): DefinitionRow {
  const w = reader.words.payoff.lines
  return {
    label: w.lateChargeToCome,
    value: reader.money(quoted.payoff.lateChargesToCome),
    note: w.lateChargeToComeText,
    below: <LineWorking quoted={quoted} label="lateChargeToCome" state="closed" reader={reader} />,
  }
}

function LineWorking(props: {
  quoted: PayoffView
  label: 'interest' | 'lateChargeToCome'
  state: 'open' | 'closed'
  reader: Reader
}) {
  const { quoted, label, state, reader } = props
  const w = reader.words.explanation
  const explanation = quoted.explanation.parts?.find((part) => part.label === label)
  if (!explanation) return null
  return (
    <Disclosure show={w.show} hide={w.hide} state={state}>
      <ExplanationView explanation={explanation} reader={reader} />
    </Disclosure>
  )
}

/** Money that is counted here and that a bank can still take back, and the total without it. */
function CountsOn(props: { quoted: PayoffView; reader: Reader }) {
  const { quoted, reader } = props
  const w = reader.words.payoff.counts
  const { returnable, clearedOnlyTotal, payoff } = quoted
  if (clearedOnlyTotal === null || returnable.length === 0) return null
  const counted = reader.money(plus(...returnable.map((money) => money.amount)))
  return (
    <div class="mt-6">
      <Box title={w.heading}>
        {returnable.map((money) => (
          <p class="k-row k-ink2">
            {w.one(reader.money(money.amount), reader.date(money.effectiveDate, 'short'))}{' '}
            {w.until(reader.date(money.until, 'long'))}
          </p>
        ))}
        <div class="my-3">
          <DefinitionRows
            rows={[
              {
                label: <MoneyState state="returnable">{w.counting(counted)}</MoneyState>,
                value: reader.money(payoff.total),
              },
              {
                label: <MoneyState state="cleared">{w.clearedOnly}</MoneyState>,
                value: reader.money(clearedOnlyTotal),
              },
            ]}
          />
        </div>
        <p class="k-small">{differenceWords(quoted, { clearedOnlyTotal, reader })}</p>
      </Box>
    </div>
  )
}

function differenceWords(
  quoted: PayoffView,
  at: { clearedOnlyTotal: Cents; reader: Reader },
): string {
  const { reader } = at
  const w = reader.words.payoff.counts
  const more = minus(at.clearedOnlyTotal, quoted.payoff.total)
  const total = reader.money(more)
  const [only, ...others] = quoted.returnable
  if (!only || others.length > 0) return w.differenceMany(total)
  const interest = minus(more, only.amount)
  return interest > 0
    ? w.difference(total, reader.money(only.amount), reader.money(interest))
    : w.differencePlain(total)
}
