// The quote's number and what to do with it, and what happens once it is paid.
import { roundToCents } from '#src/domain/money.ts'
import { paymentDates } from '#src/domain/rules/payment-dates.ts'
import { calendarOn, cutoffOn } from '#src/servicing/lender-rules.ts'
import { Button, ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { type Fact, FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import type { Reader } from '../reader.ts'
import type { PayoffParts } from './payoff-parts.ts'

export function UsePanel({ visit, view, quoted }: PayoffParts) {
  const { reader, ctx, base } = visit
  const w = reader.words.payoff.use
  const { number, goodThrough } = quoted.quote
  const { on } = quoted.payoff
  const until = reader.time(cutoffOn(ctx.lender, goodThrough))
  const eachDay = roundToCents(quoted.payoff.perDiem, view.ledger.contract.rounding)
  return (
    <Panel title={w.heading}>
      <DefinitionRows
        rows={[
          { label: w.number, value: <span class="k-code">{number}</span> },
          { label: w.goodThrough, value: `${reader.date(goodThrough, 'weekday')}, ${until}` },
          { label: w.eachDay, value: reader.money(eachDay) },
        ]}
      />
      <div class="mt-5">
        <ButtonStack>
          <ButtonLink
            look="primary"
            width="full"
            href={`${base}/payments/new?choice=payoff&on=${on}`}
          >
            {w.pay}
          </ButtonLink>
        </ButtonStack>
      </div>
      <form class="mt-3" method="post" action={`${base}/payoff/letter`}>
        <FormFields c={visit.c} session={visit.session} />
        <input type="hidden" name="on" value={on} />
        <Button look="secondary" width="full">
          {reader.words.documents.payoffLetter.make}
        </Button>
      </form>
      <p class="k-small mt-4">{reader.words.documents.payoffLetter.makeText}</p>
      <p class="k-small mt-4">{w.supersedes}</p>
    </Panel>
  )
}

/** Only what is true: nothing is promised that no part of the house does yet. */
export function HappensPanel({ visit, quoted }: PayoffParts) {
  const { reader, ctx, base } = visit
  const w = reader.words.payoff.happens
  const { cleared } = paymentDates(quoted.payoff.on, {
    today: quoted.today,
    calendar: calendarOn(ctx.lender, quoted.today),
  })
  const facts: Fact[] = [
    { mark: { icon: 'circle-check' }, title: w.closes, detail: w.closesText },
    ...quoted.scheduled.map((payment) => ({
      mark: { money: 'scheduled' as const },
      title: w.scheduled,
      detail: w.scheduledText(reader.money(payment.amount), reader.date(payment.effective, 'long')),
      action: <a href={`${base}/payments`}>{w.scheduledLink}</a>,
    })),
    // The vehicle of a charged-off loan may be sold already.
    ...(quoted.payoff.chargedOff > 0
      ? []
      : [
          {
            mark: { icon: 'scroll-text' as const },
            title: w.title,
            detail: w.titleText(reader.date(cleared, 'dated')),
          },
        ]),
    { mark: { icon: 'info' }, title: w.short, detail: lessWords(quoted, reader) },
  ]
  return (
    <Panel title={w.heading}>
      <FactList tone="accent" facts={facts} />
    </Panel>
  )
}

function lessWords({ payoff, smallRemainder }: PayoffParts['quoted'], reader: Reader): string {
  const { account, payoff: w } = reader.words
  if (payoff.chargedOff > 0) return account.chargedOff.lowers
  return smallRemainder > 0
    ? w.happens.shortDropped(reader.money(smallRemainder))
    : w.happens.shortText
}
