// GET /accounts/:id/card-payments/new: how much by card, and what it does.
import type { Hono } from 'hono'
import { summaryOf } from '#src/http/form.ts'
import type { CardPreview } from '#src/servicing/cards/preview-card-payment.ts'
import { Button, ButtonStack } from '#src/ui/button.tsx'
import { ErrorSummary } from '#src/ui/forms/error-summary.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Area, PanelGrid } from '#src/ui/layout/panel-grid.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { AmountChoices } from '../payments/amount-choices.tsx'
import { PaymentSteps } from '../payments/amount-page.tsx'
import type { ChoiceParts } from '../payments/amount-parts.ts'
import { AttemptNote } from '../payments/review-problems.tsx'
import { ScheduledPanel } from '../payments/scheduled-panel.tsx'
import type { WebEnv } from '../request-context.ts'
import { type CardDraft, cardDraft, tryCard } from './card-draft.ts'
import { CardEffect } from './card-effect.tsx'
import { type CardVisit, cardPage } from './card-visit.ts'
import { WhichCard } from './which-card.tsx'

export function registerCardAmount(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/card-payments/new',
    cardPage(async (visit, view) => {
      const typed = visit.c.req.query()
      const asked = await cardDraft(visit, view, typed)
      if (asked instanceof Response) return asked
      const tried = await tryCard(visit, asked)
      const isFirst = Object.keys(typed).length === 0
      return cardAmountPage(visit, {
        ...asked,
        preview: tried.ok ? tried.preview : null,
        problems: tried.ok || isFirst ? [] : tried.problems,
        attempt: null,
      })
    }),
  )
}

type Parts = CardDraft &
  Pick<ChoiceParts, 'problems'> & {
    readonly preview: CardPreview | null
    readonly attempt: string | null
  }

/** The form, 422 when something has to be fixed. */
export function cardAmountPage(visit: CardVisit, parts: Parts): Response {
  const { reader, base } = visit
  const { view, problems } = parts
  const w = reader.words.cards
  return showAccountPage(visit, view, {
    title: w.title,
    current: 'payments',
    ...(problems.length > 0 && { status: 422, state: 'error' }),
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={w.title}
          lead={w.lead}
          aside={<PaymentSteps current={1} reader={reader} />}
        />
        {problems.length > 0 && (
          <ErrorSummary
            title={reader.words.shell.errorSummary(problems.length)}
            problems={summaryOf(problems)}
          />
        )}
        <AttemptNote attempt={parts.attempt} reader={reader} />
        <form method="get" action={`${base}/card-payments/new`}>
          <PanelGrid split="7-5">
            <Area at="main">
              <ScheduledPanel visit={visit} view={view} />
              <Panel>
                <AmountChoices visit={visit} parts={parts} />
              </Panel>
              <WhichCard visit={visit} asked={parts} />
              <HowItGoes visit={visit} />
            </Area>
            <Area at="side">
              <Effect visit={visit} parts={parts} />
            </Area>
          </PanelGrid>
        </form>
      </>
    ),
  })
}

function HowItGoes({ visit }: { visit: CardVisit }) {
  const { reader, base, ctx } = visit
  const w = reader.words.cards
  return (
    <Panel title={w.how.heading}>
      <ol class="k-flow list-decimal ps-5">
        {w.how.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="mt-3">{w.how[ctx.lender.cards.accept]}</p>
      <p class="mt-3 k-name">
        <a href={`${base}/payments/new`}>{w.bankInstead}</a>
      </p>
    </Panel>
  )
}

function Effect({ visit, parts }: { visit: CardVisit; parts: Parts }) {
  const { reader, base } = visit
  const w = reader.words.cards
  const buttons = (
    <div class="mt-6">
      <ButtonStack>
        <Button look="primary" width="full" formaction={`${base}/card-payments/review`}>
          {w.review}
        </Button>
        <Button width="full">{w.update}</Button>
      </ButtonStack>
      <p class="k-small mt-3 text-center">{w.notYet}</p>
    </div>
  )
  if (parts.preview)
    return (
      <CardEffect preview={parts.preview} view={parts.view} reader={reader}>
        {buttons}
      </CardEffect>
    )
  return (
    <Panel title={reader.words.payments.effect.heading}>
      <p>{w.notYet}</p>
      {buttons}
    </Panel>
  )
}
