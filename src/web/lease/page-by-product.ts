// Pages that only a loan has. A lease has the same addresses: they say what it has instead.
import type { AccountView, LeaseView, LoanView } from '#src/servicing/view-account.ts'
import { type AccountVisit, accountPage, viewOf } from '../account-visit.tsx'

type Handle<V extends AccountView> = (visit: AccountVisit, view: V) => Response | Promise<Response>

/** A handler for each kind of account. */
export function pageByProduct(pages: { loan: Handle<LoanView>; lease: Handle<LeaseView> }) {
  return accountPage(async (visit) => {
    const view = await viewOf(visit)
    return view.product === 'lease' ? pages.lease(visit, view) : pages.loan(visit, view)
  })
}

/** The same page for every kind of account. */
export function viewedPage(handle: Handle<AccountView>) {
  return accountPage(async (visit) => handle(visit, await viewOf(visit)))
}
