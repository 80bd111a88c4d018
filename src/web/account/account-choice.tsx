// GET /accounts: one account opens at once, several are offered.
import type { Hono } from 'hono'
import { ownedAccounts } from '#src/identity/ownership.ts'
import { type AccountView, viewAccount } from '#src/servicing/view-account.ts'
import { ButtonLink } from '#src/ui/button.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { TaskList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { servicingOf, signedInPage, vehicleName } from '../account-visit.tsx'
import { Masked } from '../masked.tsx'
import { page } from '../page.tsx'
import { type Reader, readerOf } from '../reader.ts'
import type { WebEnv } from '../request-context.ts'

export function registerAccountChoice(app: Hono<WebEnv>): void {
  app.get(
    '/accounts',
    signedInPage(async (c, session) => {
      const owned = ownedAccounts(session)
      const only = owned.length === 1 ? owned[0] : undefined
      if (only) return c.redirect(`/accounts/${only.accountId}`, 303)
      const ctx = servicingOf(c)
      const views = await Promise.all(owned.map((owner) => viewAccount(ctx, owner)))
      const reader = readerOf(c)
      const title = reader.words.account.choice.title
      return page(c, {
        title,
        children: (
          <ChoicePage
            views={views}
            reader={reader}
            phone={ctx.lender.phone}
            isAdded={c.req.query('done') === 'added'}
          />
        ),
      })
    }),
  )
}

function ChoicePage(props: {
  views: readonly AccountView[]
  reader: Reader
  phone: string
  /** One of them just now. */
  isAdded: boolean
}) {
  const { views, reader, phone } = props
  const { account, provenChanges } = reader.words
  const w = account.choice
  if (views.length === 0) {
    return (
      <>
        <PageHeading title={w.title} />
        <Panel>
          <Empty title={w.none}>{w.noneHelp(phone)}</Empty>
        </Panel>
      </>
    )
  }
  return (
    <>
      <PageHeading title={w.title} lead={w.lead} />
      <div class="k-flow">
        {props.isAdded && (
          <Note tone="ok" role="status">
            {provenChanges.newAccount.added}
          </Note>
        )}
        <Panel>
          <TaskList
            tasks={views.map((view) => ({
              icon: 'car',
              name: (
                <>
                  {vehicleName(view.vehicle)}, {account[view.product].toLowerCase()}{' '}
                  <Masked ending={view.accountEnding} reader={reader} />
                </>
              ),
              note: standing(view, reader),
              href: `/accounts/${view.accountId}`,
            }))}
          />
        </Panel>
        <p>
          <ButtonLink href="/add-account" icon="plus">
            {provenChanges.newAccount.link}
          </ButtonLink>
        </p>
      </div>
    </>
  )
}

function standing(view: AccountView, reader: Reader): string {
  const w = reader.words.account
  if (view.status === 'closed') return w.closed.title
  if (view.knownThrough) return w.filed.asOf(reader.date(view.today, 'dated'))
  if (view.daysPastDue > 0)
    return `${reader.money(view.due.pastDue)}, ${w.choice.pastDue(view.daysPastDue)}`
  const { current, total } = view.due
  if (view.product === 'loan' && view.position.chargedOff !== null)
    return `${w.chargedOff.heading}: ${reader.money(total)}`
  if (!current) return w.choice.nothingDue
  return w.choice.due(reader.money(current.amount), reader.date(current.due, 'long'))
}
