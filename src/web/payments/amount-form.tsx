// The form of step 1: three questions and the panel that answers what the payment does.
import { paymentFee } from '#src/domain/rules/payment-fee.ts'
import { Button, ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { fundingNote } from '../bank-accounts/funding-words.tsx'
import { spoken } from '../masked.tsx'
import { AmountChoices } from './amount-choices.tsx'
import { type AmountFormProps, errorOf } from './amount-parts.ts'
import { EffectPanel } from './effect-panel.tsx'
import { PaymentDay } from './payment-day.tsx'
import { draftQuery } from './payment-draft.ts'
import { accountLabel } from './payment-words.ts'
import { ScheduledPanel } from './scheduled-panel.tsx'

export function AmountForm(props: AmountFormProps) {
  const { visit } = props
  const { place, view } = props.parts
  return (
    <form method="get" action={place.form}>
      <PanelGrid split="7-5">
        <Area at="main">
          <ScheduledPanel visit={visit} view={view} except={place.changing?.id} />
          <Panel>
            <AmountChoices {...props} />
            <PrincipalWaits {...props} />
          </Panel>
          <Panel>
            <FromChoices {...props} />
          </Panel>
          <Panel title={visit.reader.words.payments.when.heading}>
            <PaymentDay {...props} />
          </Panel>
        </Area>
        <Area at="side">
          <Effect {...props} />
        </Area>
      </PanelGrid>
    </form>
  )
}

/** What cannot be chosen now is left off, and said why, with what can be done instead. */
function PrincipalWaits({ visit, parts }: AmountFormProps) {
  const { reader } = visit
  const { lateFirst, payoffOnDate } = parts.options
  if (lateFirst === 0 || payoffOnDate === null || payoffOnDate.chargedOff > 0) return null
  const words = reader.words.payments.amount.principalPastDue(reader.money(lateFirst))
  return <p class="k-small mt-3">{words}</p>
}

function FromChoices(props: AmountFormProps) {
  const { visit, parts } = props
  const { reader, base } = visit
  const w = reader.words.payments.from
  const { fundingAccounts, fees } = parts.options
  const fee = paymentFee(fees, 'ach')
  const back = draftQuery(parts.draft, { from: '' })
  const add = <a href={`${base}/bank-accounts/new?${back}`}>{w.add}</a>
  if (fundingAccounts.length === 0) {
    return (
      <div id="from">
        <h2 class="k-section">{w.heading}</h2>
        <p class="mt-2 mb-4">{w.none}</p>
        <p class="k-name">{add}</p>
      </div>
    )
  }
  return (
    <>
      <ChoiceList
        id="from"
        name="from"
        legend={w.heading}
        value={parts.draft.from}
        {...errorOf(parts, 'from')}
        choices={fundingAccounts.map((account) => ({
          value: account.id,
          name: spoken(accountLabel(account, reader), reader),
          note: fundingNote(visit, account),
          amount: fee ? w.fee(reader.money(fee.amount)) : w.free,
        }))}
      />
      {parts.place.changing === null && (
        <p class="mt-3 k-name">
          {add} · <a href={`${base}/bank-accounts`}>{reader.words.bankAccounts.title}</a>
        </p>
      )}
    </>
  )
}

function Effect(props: AmountFormProps) {
  const { visit, parts } = props
  const { reader, base } = visit
  const w = reader.words.payments
  const hasAccount = parts.options.fundingAccounts.length > 0
  const buttons = (
    <div class="mt-6">
      <ButtonStack>
        {hasAccount ? (
          <Button look="primary" width="full" formaction={parts.place.review}>
            {w.effect.review}
          </Button>
        ) : (
          <ButtonLink
            look="primary"
            width="full"
            href={`${base}/bank-accounts/new?${draftQuery(parts.draft, { from: '' })}`}
          >
            {w.from.add}
          </ButtonLink>
        )}
        {hasAccount && <Button width="full">{w.effect.update}</Button>}
      </ButtonStack>
      <p class="k-small mt-3 text-center">{w.effect.notYet}</p>
    </div>
  )
  if (parts.preview) {
    return (
      <EffectPanel preview={parts.preview} view={parts.view} reader={reader}>
        {buttons}
      </EffectPanel>
    )
  }
  return (
    <Panel title={w.effect.heading}>
      <p>{hasAccount ? w.effect.empty : w.from.none}</p>
      {buttons}
    </Panel>
  )
}
