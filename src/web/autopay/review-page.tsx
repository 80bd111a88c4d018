// "Check autopay": the plan line by line, the first three debits, the permission with its button.
import type { Refusal } from '#src/domain/refusal.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { ReviewRows } from '#src/ui/figures/definition-rows.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, type AccountVisit, showAccountPage } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'
import { spoken } from '../masked.tsx'
import { accountLabel, accountWithin } from '../payments/payment-words.ts'
import { AutopaySteps } from './autopay-form-page.tsx'
import { amountWords, dayWords, permissionOf } from './autopay-words.ts'
import { DebitsPanel } from './debits-panel.tsx'
import { draftQuery } from './draft-fields.ts'
import type { AskedAutopay, TriedAutopay } from './draft-visit.ts'

export type ReviewParts = {
  readonly asked: AskedAutopay
  readonly tried: Extract<TriedAutopay, { ok: true }>
  readonly refusal: Refusal | null
}

export function reviewPage(visit: AccountVisit, parts: ReviewParts): Response {
  const { reader } = visit
  const { asked, tried, refusal } = parts
  const { form, pages } = reader.words.autopay
  const w = form.review
  const from = accountWithin(tried.preview.fundingAccount, reader)
  return showAccountPage(visit, asked.view, {
    title: w.title,
    current: 'autopay',
    ...(refusal && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={asked.view} />}
          title={w.title}
          aside={<AutopaySteps current={2} reader={reader} />}
        />
        {refusal && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(1)}
            problems={[
              {
                fieldId: 'agreed',
                words: reader.words.refusals.sentence(refusal, reader.locale),
              },
            ]}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <Panel title={w.heading}>
              <ReviewRows rows={planRows(visit, parts)} />
            </Panel>
          </Area>
          <Area at="side">
            <DebitsPanel
              visit={visit}
              foreseen={tried.preview}
              title={tried.preview.next.length < 3 ? pages.next.headingFew : form.preview.heading}
              mine={true}
              lead={pages.next.lead(from)}
              layout="brief"
            />
          </Area>
          <Area at="mainNext">
            <Permission visit={visit} parts={parts} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

function planRows({ reader }: AccountVisit, { tried }: ReviewParts) {
  const w = reader.words.autopay.pages.plan
  const { terms } = tried.choice
  const { fundingAccount } = tried.preview
  const weekend = fundingAccount.kind === 'card' ? w.weekendCard : w.weekendText
  return [
    { label: w.amount, value: amountWords(terms, reader) },
    { label: w.day, value: dayWords(terms, reader), note: weekend },
    { label: w.charges, value: terms.charges === 'taken' ? w.chargesTaken : w.chargesNotTaken },
    {
      label: w.from,
      value: spoken(accountLabel(fundingAccount, reader), reader),
      note: fundingAccount.kind === 'card' ? null : fundingAccount.bankName,
    },
    { label: w.begins, value: reader.date(terms.begins, 'dated') },
    { label: w.ends, value: terms.ends ? reader.date(terms.ends, 'dated') : w.never },
  ]
}

function Permission({ visit, parts }: { visit: AccountVisit; parts: ReviewParts }) {
  const { c, session, reader, base } = visit
  const { asked, tried, refusal } = parts
  const w = reader.words.autopay.form.review
  const { terms } = tried.choice
  const { fundingAccount } = tried.preview
  const text = permissionOf({ terms, fundingAccount, ending: asked.view.accountEnding }, visit)
  return (
    <Panel title={w.permission}>
      <form method="post" action={`${base}/autopay`}>
        <FormFields c={c} session={session} />
        {[...new URLSearchParams(draftQuery(asked.draft))].map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <p>{spoken(text, reader)}</p>
        <CheckField
          id="agreed"
          name="agreed"
          label={w.agree}
          {...(refusal?.code === 'authorizationMissing' && { error: w.agreeMissing })}
        />
        <Buttons>
          <Button look="primary">{asked.options.current ? w.changed : w.set}</Button>
          <ButtonLink href={`${base}/autopay/new?${draftQuery(asked.draft)}`}>{w.back}</ButtonLink>
        </Buttons>
        <p class="k-small mt-4">{w.twice}</p>
      </form>
    </Panel>
  )
}
