// The staff desk on its own host and port, as a function of what it needs. Order matters: name the
// request, dress the answer, serve files, find who asks, guard forms, then pages.
import { Hono } from 'hono'
import { compressed } from '#src/http/compressed.ts'
import { registerPolicyReports } from '#src/http/policy-reports.ts'
import { securityHeaders } from '#src/http/security-headers.ts'
import { serveAssets } from '#src/http/static-files.ts'
import { registerAccount } from './accounts/account.tsx'
import { registerAsKnown } from './accounts/as-known.tsx'
import { registerFlags } from './accounts/flags.tsx'
import { registerLift } from './accounts/lift.tsx'
import { registerLinkEnd } from './accounts/link-end.tsx'
import { registerRepossessions } from './accounts/repossessions.tsx'
import { registerAccountMoney } from './corrections/account-money.tsx'
import { registerCustomer } from './customers/customer.tsx'
import { registerCustomers } from './customers/customers.tsx'
import { registerDeferments } from './deferment/deferments.tsx'
import { type Desk, type DeskEnv, identifyDeskRequest, resolveStaff } from './desk-context.ts'
import { deskFailed, tellPage } from './desk-errors.tsx'
import { guardDeskForms } from './desk-guard.ts'
import { registerEnroll } from './entry/enroll.tsx'
import { registerDeskSignIn } from './entry/sign-in.tsx'
import { registerSso } from './entry/sso.ts'
import { registerLiftMark } from './fraud/lift-mark.tsx'
import { registerMarkKnown } from './fraud/mark-known.tsx'
import { registerMarkTyped } from './fraud/mark-typed.tsx'
import { registerMarks } from './fraud/marks.tsx'
import { registerMoneyFiles } from './money/files.tsx'
import { registerMoney } from './money/money.tsx'
import { registerMoneyAccount } from './money/money-links.tsx'
import { registerQueue } from './money/queue.tsx'
import { registerRefusal } from './money/refusal.tsx'
import { registerReturnPolicy } from './money/return-policy.tsx'
import { registerReturns } from './money/returns.tsx'
import { registerTasks } from './money/tasks.tsx'
import { registerDeskGoingOn } from './own/going-on.ts'
import { registerYou } from './own/you.tsx'
import { registerAttach } from './papers/attach.tsx'
import { registerMail } from './papers/mail.tsx'
import { registerPaper } from './papers/paper.tsx'
import { registerPapers } from './papers/papers.tsx'
import { registerWaitingPapers } from './papers/waiting.tsx'
import { registerStaffPages } from './people/staff.tsx'
import { registerCredit } from './posting/credit.tsx'
import { registerHeldAccounts } from './posting/held-accounts.tsx'
import { registerPostPayment } from './posting/post-payment.tsx'
import { registerRequest } from './posting/request.tsx'
import { registerRequests } from './posting/requests.tsx'
import { registerTakeFile } from './posting/take-file.tsx'
import { registerStatement } from './statements/statement.tsx'
import { registerStatements } from './statements/statements.tsx'
import { registerStatus } from './status.tsx'

type Usual = 'proxyHops' | 'singleSignOn' | 'moneyClock'

/**
 * `proxyHops` 0 when nothing of ours stands before this process; no single sign-on and no clock of
 * money's own unless given.
 */
export type DeskDeps = Omit<Desk, Usual> & Partial<Pick<Desk, Usual>>

export function createDesk(deps: DeskDeps): Hono<DeskEnv> {
  const usual = { proxyHops: 0, singleSignOn: null, moneyClock: deps.clock }
  const desk: Desk = { ...usual, ...deps }
  const app = new Hono<DeskEnv>()
  app.onError((error, c) => deskFailed(c, error))
  app.notFound((c) => tellPage(c, 'notFound', 404))
  app.use(identifyDeskRequest(desk), securityHeaders())
  app.get('/assets/:file', serveAssets(desk.assets))
  registerPolicyReports(app, (report) => desk.log.warn(report, 'content policy violation'))
  // Before anything that asks the database.
  registerStatus(app)
  app.use(compressed(), resolveStaff(), guardDeskForms())
  app.get('/', (c) => c.redirect('/customers', 303))
  for (const register of [
    registerDeskSignIn,
    registerSso,
    registerEnroll,
    registerCustomers,
    registerCustomer,
    registerAccount,
    registerLinkEnd,
    registerAsKnown,
    registerFlags,
    registerPapers,
    registerStatements,
    registerStatement,
    registerWaitingPapers,
    registerDeferments,
    registerAttach,
    registerMail,
    registerPaper,
    registerLift,
    registerRepossessions,
    registerMarks,
    registerMarkTyped,
    registerMarkKnown,
    registerLiftMark,
    registerMoney,
    registerMoneyFiles,
    registerRefusal,
    registerReturns,
    registerReturnPolicy,
    registerTasks,
    registerQueue,
    registerMoneyAccount,
    registerRequests,
    registerRequest,
    registerPostPayment,
    registerTakeFile,
    registerAccountMoney,
    registerCredit,
    registerHeldAccounts,
    registerStaffPages,
    registerYou,
    registerDeskGoingOn,
  ])
    register(app)
  return app
}
