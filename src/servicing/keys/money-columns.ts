// The sealed columns of money that moves, and of papers: bank accounts, what goes to the bank and
// comes back, what a paper says.
import { entryContext } from '#src/store/ach/ach-entries.ts'
import { reportContext } from '#src/store/ach/bank-reports.ts'
import { itemContext } from '#src/store/ach/report-items.ts'
import { creditContext } from '#src/store/desk-money/received-credits.ts'
import { documentContext } from '#src/store/documents/documents.ts'
import { fundingCheckContext, fundingContext } from '#src/store/payments/sealed-contexts.ts'
import { intendedContext } from '#src/store/sharing/intended-payoffs.ts'
import { type BoundColumn, ofAccount, ofRow } from './bound-column.ts'

export const MONEY_COLUMNS: readonly BoundColumn[] = [
  {
    table: 'funding_account',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => fundingContext({ accountId, id }),
  },
  {
    table: 'funding_check',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => fundingCheckContext({ accountId, id }),
  },
  {
    table: 'ach_entry',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => entryContext({ accountId, id }),
  },
  {
    table: 'bank_report',
    column: 'sealed',
    names: ofRow,
    context: ([id = '']) => reportContext(id),
  },
  {
    table: 'bank_report_item',
    column: 'sealed',
    names: ofRow,
    context: ([id = '']) => itemContext(id),
  },
  {
    table: 'document',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => documentContext({ accountId, id }),
  },
  {
    table: 'intended_payoff',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => intendedContext({ accountId, id }),
  },
  {
    table: 'received_credit',
    column: 'sealed',
    names: ofRow,
    context: ([id = '']) => creditContext({ id }),
  },
]
