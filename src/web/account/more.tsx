// GET /accounts/:id/more: the places that the dock of a phone has no room for.
import type { Hono } from 'hono'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type Task, TaskList } from '#src/ui/figures/fact-list.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  accountPage,
  showAccountPage,
  viewOf,
} from '../account-visit.tsx'
import type { WebEnv } from '../request-context.ts'

export function registerMore(app: Hono<WebEnv>): void {
  app.get(
    '/accounts/:id/more',
    accountPage(async (visit) => {
      const view = await viewOf(visit)
      const { places, more } = visit.reader.words.account
      return showAccountPage(visit, view, {
        title: places.more,
        current: 'more',
        children: (
          <>
            <PageHeading
              identity={<AccountIdentity visit={visit} view={view} />}
              title={places.more}
            />
            <Panel title={more.account}>
              <TaskList tasks={accountTasks(visit, view)} />
            </Panel>
            <div class="mt-6">
              <Panel title={more.you}>
                <TaskList tasks={ownTasks(visit)} />
              </Panel>
            </div>
          </>
        ),
      })
    }),
  )
}

function accountTasks({ reader, base }: AccountVisit, view: AccountView): Task[] {
  const w = reader.words.account.tasks
  // Nothing can be paid on what ended with a filing.
  const hasPayments = !view.knownThrough
  const payments: Task = {
    icon: 'calendar-days',
    name: w.payments,
    note: w.paymentsText,
    href: `${base}/payments`,
  }
  const { pages } = reader.words.autopay
  const autopay: Task = {
    icon: 'refresh-cw',
    name: pages.title,
    note: pages.menu,
    href: `${base}/autopay`,
  }
  const { bankAccounts, yourData } = reader.words
  const banks: Task = {
    icon: 'landmark',
    name: bankAccounts.title,
    note: bankAccounts.menu,
    href: `${base}/bank-accounts`,
  }
  const termsText = view.product === 'lease' ? reader.words.lease.tasks.termsText : w.termsText
  return [
    ...(hasPayments ? [payments, autopay, banks] : []),
    { icon: 'receipt-text', name: w.activity, note: w.activityText, href: `${base}/activity` },
    { icon: 'message-square', name: w.messages, note: w.messagesText, href: `${base}/messages` },
    { icon: 'file-down', name: yourData.title, note: yourData.menu, href: `${base}/data` },
    { icon: 'scroll-text', name: w.terms, note: termsText, href: `${base}/terms` },
  ]
}

function ownTasks({ reader, session }: AccountVisit): Task[] {
  const { account, profile, security, shell } = reader.words
  const w = account.more
  const others: Task[] = [
    { icon: 'car', name: account.choice.title, note: account.choice.lead, href: '/accounts' },
  ]
  const { link, linkText } = reader.words.provenChanges.newAccount
  return [
    ...(session.accounts.length > 1 ? others : []),
    { icon: 'plus', name: link, note: linkText, href: '/add-account' },
    { icon: 'phone', name: profile.title, note: profile.menu, href: '/profile' },
    { icon: 'shield', name: security.title, note: security.lead, href: '/security' },
    {
      icon: 'monitor-smartphone',
      name: shell.preferences.title,
      note: w.preferences,
      href: '/preferences',
    },
    { icon: 'circle-question-mark', name: shell.footer.help, note: w.help, href: '/help' },
  ]
}
