import type { Refusal } from '#src/domain/refusal.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { CheckField } from '#src/ui/forms/check-field.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import type { CardVisit } from '../cards/card-visit.ts'
import { FormFields } from '../form-session.tsx'

/** The page that asks for the permission; 422 with a refusal. */
export function saveCardPage(
  visit: CardVisit,
  view: AccountView,
  refusal: Refusal | null,
): Response {
  const { reader, c, ctx } = visit
  const w = reader.words.cards.saved
  // The button of this page ends on the processor's page.
  c.set('formTarget', ctx.card.pageOrigin)
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    ...(refusal && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
        />
        {refusal && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(1)}
            problems={[
              {
                fieldId: refusal.code === 'authorizationMissing' ? 'agreed' : null,
                words: sentence(visit, refusal),
              },
            ]}
          />
        )}
        <PanelGrid split="7-5">
          <Area at="main">
            <Permission visit={visit} refusal={refusal} />
          </Area>
          <Area at="side">
            <HowItGoes visit={visit} />
          </Area>
        </PanelGrid>
      </>
    ),
  })
}

/** The exact sentence the obligor agrees to; shown, and kept with the visit. */
export function keepAuthorization({ reader, ctx }: CardVisit): string {
  return reader.words.cards.saved.authorization(ctx.lender.name)
}

function sentence({ reader }: CardVisit, refusal: Refusal): string {
  if (refusal.code === 'authorizationMissing') return reader.words.cards.saved.agreeMissing
  return reader.words.refusals.sentence(refusal, reader.locale)
}

function Permission({ visit, refusal }: { visit: CardVisit; refusal: Refusal | null }) {
  const { c, session, reader, base } = visit
  const w = reader.words.cards.saved
  return (
    <Panel title={w.permission}>
      <form class="k-fields" method="post" action={`${base}/cards/new`}>
        <FormFields c={c} session={session} />
        <p>{keepAuthorization(visit)}</p>
        <CheckField
          id="agreed"
          name="agreed"
          label={w.agree}
          {...(refusal?.code === 'authorizationMissing' && { error: w.agreeMissing })}
        />
        <Buttons>
          <Button look="primary">{w.go}</Button>
          <ButtonLink href={`${base}/bank-accounts`}>{reader.words.bankAccounts.back}</ButtonLink>
        </Buttons>
        <p class="k-small">{w.twice}</p>
      </form>
    </Panel>
  )
}

function HowItGoes({ visit }: { visit: CardVisit }) {
  const { reader, ctx } = visit
  const { how } = reader.words.cards
  const w = reader.words.cards.saved.how
  return (
    <Panel title={w.heading}>
      <ol class="k-flow list-decimal ps-5">
        {w.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="mt-3">{how[ctx.lender.cards.accept]}</p>
      <p class="mt-3">{w.free}</p>
    </Panel>
  )
}
