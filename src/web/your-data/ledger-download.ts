// GET /accounts/:id/data/ledger: the file that `keyturn calc ledger` computes again.
import type { Hono } from 'hono'
import { ownLedger } from '#src/servicing/your-data/own-ledger.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import type { WebEnv } from '../request-context.ts'

export function registerLedgerDownload(app: Hono<WebEnv>): void {
  app.get('/accounts/:id/data/ledger', accountPage(send))
}

/** `ending`: the last four of the account's number. */
export function ledgerFileName(ending: string): string {
  return `ledger-${ending}.json`
}

async function send({ c, ctx, owner }: AccountVisit): Promise<Response> {
  const [file, account] = await Promise.all([
    ownLedger(ctx, owner),
    readAccount(ctx.db, owner.accountId),
  ])
  if (!file || !account) return notFoundPage(c)
  const name = ledgerFileName(account.accountNumber.slice(-4))
  c.header('Content-Disposition', `attachment; filename="${name}"`)
  return c.json(file)
}
