// The first panel of an account that was charged off: what is still owed, and what does not run any
// more.
import { minus } from '#src/domain/money.ts'
import { Amount } from '#src/ui/amount.tsx'
import { ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { AmountLead } from '#src/ui/figures/amount-lead.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { FactList } from '#src/ui/figures/fact-list.tsx'
import { Panel, Rule } from '#src/ui/panel.tsx'
import type { OverviewParts } from './overview-parts.ts'

export function ChargedOffPanel({ visit, view }: OverviewParts) {
  const { reader, base, ctx } = visit
  const w = reader.words.account.chargedOff
  const step = view.ledger.steps.findLast(({ event }) => event.payload.kind === 'chargeOff')
  const pay = (
    <ButtonStack>
      <ButtonLink look="primary" href={`${base}/payments/new`}>
        {w.pay}
      </ButtonLink>
    </ButtonStack>
  )
  return (
    <Panel>
      <AmountLead
        label={w.heading}
        amount={<Amount cents={view.due.total} locale={reader.locale} size="display" />}
        {...(step && { below: w.since(reader.date(step.event.effectiveDate, 'dated')) })}
        {...(!view.knownThrough && { actions: pay })}
      />
      <Rule />
      <FactList
        facts={[
          { mark: { icon: 'circle-check' }, title: w.noInterest },
          { mark: { icon: 'calendar-days' }, title: w.noInstallments, detail: w.lowers },
          { mark: { icon: 'phone' }, title: w.talk(ctx.lender.phone) },
        ]}
      />
      <Rule />
      <DefinitionRows rows={sinceRows({ visit, view })} />
    </Panel>
  )
}

/** What was given up as lost, what came in since, what is left. */
function sinceRows({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account
  const step = view.ledger.steps.findLast(({ event }) => event.payload.kind === 'chargeOff')
  const was = step?.after.chargedOff ?? null
  const now = view.position.chargedOff
  if (was === null || now === null) return []
  const { lateCharges, fees, total } = view.due
  const { figures } = reader.words.explanation
  return [
    { label: w.chargedOff.was, value: reader.money(was) },
    { label: w.chargedOff.recovered, value: reader.money(minus(now, was)) },
    ...(lateCharges > 0 ? [{ label: figures.lateCharges, value: reader.money(lateCharges) }] : []),
    ...(fees > 0 ? [{ label: figures.fees, value: reader.money(fees) }] : []),
    { label: w.chargedOff.heading, value: reader.money(total), strength: 'total' as const },
  ]
}
