import { backTo } from '#src/http/safe-path.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { steppedUpForm } from '../security/step-up.tsx'

/** Whoever adds a bank account shows a factor of theirs within minutes. */
export function sureWhoAdds(
  handle: (visit: AccountVisit, view: AccountView) => Response | Promise<Response>,
) {
  return (visit: AccountVisit, view: AccountView): Promise<Response> => {
    const { c, session, base } = visit
    const posted = c.req.method === 'POST'
    return steppedUpForm(c, session, {
      action: 'addBankAccount',
      back: posted ? `${base}/bank-accounts/new` : backTo(c.req.url),
      handle: async () => handle(visit, view),
    })
  }
}
