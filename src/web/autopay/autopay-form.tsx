// The form of step 1: the questions and the panel that answers what would be taken.
import { Button, ButtonLink, ButtonStack } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ChoiceList } from '#src/ui/forms/choice-list.tsx'
import { DateField } from '#src/ui/forms/text-field.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel, accountWithin } from '../payments/payment-words.ts'
import { AmountChoices, DayChoices } from './autopay-choices.tsx'
import { DebitsPanel } from './debits-panel.tsx'
import { type AutopayFormProps, errorOf } from './form-parts.ts'

export function AutopayForm(props: AutopayFormProps) {
  const { visit, asked } = props
  const w = visit.reader.words.autopay.form
  return (
    <form method="get" action={`${visit.base}/autopay/new`}>
      <PanelGrid split="7-5">
        <Area at="main">
          <Panel>
            <AmountChoices {...props} />
          </Panel>
          <Panel>
            <DayChoices {...props} />
          </Panel>
          <Panel>
            <From {...props} />
          </Panel>
          <Panel title={w.when.heading}>
            <div class="k-fields">
              <DateField
                id="begins"
                name="begins"
                label={w.when.begins}
                value={asked.draft.begins}
                {...errorOf(props, 'begins')}
              />
              <DateField
                id="ends"
                name="ends"
                label={w.when.ends}
                hint={w.when.endsHint}
                value={asked.draft.ends}
                {...errorOf(props, 'ends')}
              />
              <CheckField
                id="charges"
                name="charges"
                label={w.charges}
                hint={w.chargesHint}
                checked={asked.draft.charges === 'yes'}
              />
            </div>
          </Panel>
        </Area>
        <Area at="side">
          <Effect {...props} />
        </Area>
      </PanelGrid>
    </form>
  )
}

function From(props: AutopayFormProps) {
  const { visit, asked } = props
  const { reader, base } = visit
  const w = reader.words.autopay.form.from
  const { fundingAccounts } = asked.options
  const add = (
    <>
      <a href={`${base}/bank-accounts/new`}>{w.add}</a>
      {visit.c.get('web').card && (
        <>
          {' · '}
          <a href={`${base}/cards/new`}>{reader.words.cards.saved.title}</a>
        </>
      )}
    </>
  )
  if (fundingAccounts.length === 0)
    return (
      <div id="from">
        <h2 class="k-section">{w.heading}</h2>
        <p class="mt-2 mb-4">{w.none}</p>
        <p class="k-name">{add}</p>
      </div>
    )
  return (
    <>
      <ChoiceList
        id="from"
        name="from"
        legend={w.heading}
        value={asked.draft.from}
        {...errorOf(props, 'from')}
        choices={fundingAccounts.map((account) => ({
          value: account.id,
          name: spoken(accountLabel(account, reader), reader),
          note:
            account.expiresOn === null
              ? account.bankName
              : reader.words.cards.saved.goodThrough(reader.date(account.expiresOn, 'dated')),
        }))}
      />
      <p class="mt-3 k-name">{add}</p>
    </>
  )
}

function Effect(props: AutopayFormProps) {
  const { visit, asked, tried } = props
  const { reader, base } = visit
  const { form, pages } = reader.words.autopay
  const w = form.preview
  const hasAccount = asked.options.fundingAccounts.length > 0
  return (
    <>
      {tried.ok ? (
        <DebitsPanel
          visit={visit}
          foreseen={tried.preview}
          title={tried.preview.next.length < 3 ? pages.next.headingFew : w.heading}
          mine={true}
          lead={pages.next.lead(accountWithin(tried.preview.fundingAccount, reader))}
          layout="down"
        />
      ) : (
        <Panel title={w.heading}>
          <p>{hasAccount ? w.empty : form.from.none}</p>
        </Panel>
      )}
      <Panel>
        <ButtonStack>
          {hasAccount ? (
            <>
              <Button look="primary" width="full" formaction={`${base}/autopay/review`}>
                {w.review}
              </Button>
              <Button width="full">{w.update}</Button>
            </>
          ) : (
            <ButtonLink look="primary" width="full" href={`${base}/bank-accounts/new`}>
              {form.from.add}
            </ButtonLink>
          )}
        </ButtonStack>
        <p class="k-small mt-3 text-center">{w.notYet}</p>
      </Panel>
    </>
  )
}
