// The pages of one bank account: which it is, and what is done to it.
import * as z from 'zod'
import type { FieldProblem } from '#src/http/form.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { AccountVisit } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import { viewedPage } from '../lease/page-by-product.ts'

export type BankAccountVisit = {
  readonly visit: AccountVisit
  readonly view: AccountView
  readonly funding: FundingAccount
}

export type BankAccountProblem = {
  readonly problems: readonly FieldProblem[]
  /** What the form on the page had, where it comes back. */
  readonly typed: Readonly<Record<string, string>>
}

/**
 * A handler for a page of a bank account that is this person's own and not removed; any other is
 * not found.
 */
export function bankAccountPage(handle: (found: BankAccountVisit) => Promise<Response>) {
  return viewedPage(async (visit, view) => {
    const { c, ctx, owner } = visit
    const id = z.uuid().safeParse(c.req.param('bank'))
    const funding = id.success ? await readFundingAccount(ctx.db, { ...owner, id: id.data }) : null
    return funding?.removedAt === null ? handle({ visit, view, funding }) : notFoundPage(c)
  })
}

/** "/accounts/…/bank-accounts/…" */
export function pathOfBank({ visit, funding }: BankAccountVisit): string {
  return `${visit.base}/bank-accounts/${funding.id}`
}
