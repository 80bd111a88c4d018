// GET /accounts/:id/cards/visits/:setup: what became of a visit to the processor's page, asked of
// the processor while it is open. POST …/page leads there again.
import type { Hono } from 'hono'
import * as z from 'zod'
import { lookAtCardSetup } from '#src/servicing/saved-cards/follow-card-setup.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type CardSetup, readCardSetup } from '#src/store/cards/card-setups.ts'
import { Button, ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { AccountIdentity, showAccountPage } from '../account-visit.tsx'
import { type CardVisit, cardPage } from '../cards/card-visit.ts'
import { notFoundPage } from '../errors.tsx'
import { FormFields } from '../form-session.tsx'
import type { WebEnv } from '../request-context.ts'
import { toSetupPage } from './to-setup-page.ts'

export function registerCardSetup(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/cards/visits/:setup', cardPage(show))
  app.post(
    '/accounts/:id/cards/visits/:setup/page',
    cardPage(async (visit) => {
      const setup = await own(visit)
      return setup ? toSetupPage(visit, setup.id) : notFoundPage(visit.c)
    }),
  )
}

async function own({ c, ctx, owner }: CardVisit): Promise<CardSetup | null> {
  const id = z.uuid().safeParse(c.req.param('setup'))
  if (!id.success) return null
  const setup = await readCardSetup(ctx.db, { accountId: owner.accountId, id: id.data })
  return setup?.obligorId === owner.obligorId ? setup : null
}

/** Coming back says nothing by itself: the processor is asked. */
async function show(visit: CardVisit, view: AccountView): Promise<Response> {
  const { c, ctx, base } = visit
  const before = await own(visit)
  if (!before) return notFoundPage(c)
  const isDown = before.state === 'open' && (await lookAtCardSetup(ctx, before)) === 'down'
  const setup = (await own(visit)) ?? before
  if (setup.state === 'kept')
    return c.redirect(`${base}/bank-accounts/${setup.fundingAccountId}?done=kept`, 303)
  return page(visit, view, { setup, down: isDown || c.req.query('down') === 'yes' })
}

function page(
  visit: CardVisit,
  view: AccountView,
  of: { readonly setup: CardSetup; readonly down: boolean },
): Response {
  const { reader, c, ctx } = visit
  const { setup, down } = of
  const w = reader.words.cards.saved
  const told = setup.state === 'kept' ? w.visit.open : w.visit[setup.state]
  // Its button may lead to the processor's page.
  if (setup.state === 'open') c.set('formTarget', ctx.card.pageOrigin)
  return showAccountPage(visit, view, {
    title: told.heading,
    current: 'payments',
    children: (
      <>
        <PageHeading
          identity={<AccountIdentity visit={visit} view={view} />}
          title={told.heading}
        />
        {down && (
          <div class="mb-6">
            <Note tone="warn" role="status">
              {w.down}
            </Note>
          </div>
        )}
        <Panel>
          <div class="k-flow">
            <p>{textOf(visit, setup)}</p>
            <Actions visit={visit} setup={setup} />
          </div>
        </Panel>
      </>
    ),
  })
}

function textOf({ reader }: CardVisit, { state, stateReason }: CardSetup): string {
  const w = reader.words.cards.saved.visit
  if (state === 'refused') return stateReason === 'notDebit' ? w.refused.notDebit : w.refused.other
  return state === 'over' ? w.over.text : w.open.text
}

function Actions({ visit, setup }: { visit: CardVisit; setup: CardSetup }) {
  const { c, session, reader, base } = visit
  const w = reader.words.cards.saved
  const place = `${base}/cards/visits/${setup.id}`
  const back = (
    <ButtonLink href={`${base}/bank-accounts`}>{reader.words.bankAccounts.back}</ButtonLink>
  )
  if (setup.state !== 'open')
    return (
      <Buttons>
        <ButtonLink look="primary" href={`${base}/cards/new`}>
          {w.visit.again}
        </ButtonLink>
        {back}
      </Buttons>
    )
  return (
    <Buttons phone="stacked">
      <form method="post" action={`${place}/page`}>
        <FormFields c={c} session={session} />
        <Button look="primary">{w.go}</Button>
      </form>
      <ButtonLink href={place}>{w.visit.lookAgain}</ButtonLink>
      {back}
    </Buttons>
  )
}
