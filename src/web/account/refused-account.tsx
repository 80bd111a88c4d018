import type { Refusal } from '#src/domain/refusal.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Empty } from '#src/ui/empty.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import {
  AccountIdentity,
  type AccountVisit,
  type Place,
  showAccountPage,
} from '../account-visit.tsx'

/** For an account on which something cannot be done at all: closed, or not known up to today. */
export function refusedAccountPage(
  visit: AccountVisit,
  view: AccountView,
  given: {
    readonly title: string
    readonly current: Place
    readonly refusal: Refusal
    /** What a closed account says instead. */
    readonly closed: { readonly title: string; readonly text: string }
  },
): Response {
  const { words, locale } = visit.reader
  const { title, current, refusal, closed } = given
  const isClosed = refusal.code === 'accountClosed'
  return showAccountPage(visit, view, {
    title,
    current,
    children: (
      <>
        <PageHeading identity={<AccountIdentity visit={visit} view={view} />} title={title} />
        <Panel>
          <Empty title={isClosed ? closed.title : words.shell.refused.title}>
            {isClosed ? closed.text : words.refusals.sentence(refusal, locale)}
          </Empty>
        </Panel>
      </>
    ),
  })
}
