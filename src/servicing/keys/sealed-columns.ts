// Every column that holds sealed values, and what each value is bound to.
import { authenticatorContext } from '#src/identity/factors/authenticators.ts'
import { heldFormContext } from '#src/identity/forms/held-form.ts'
import { messageContext } from '#src/identity/messages.ts'
import { newContactContext } from '#src/identity/profile/start-contact.ts'
import { proofContext } from '#src/identity/proof/prove-account.ts'
import { changeContext } from '#src/store/accounts/obligor-changes.ts'
import { obligorContext } from '#src/store/accounts/obligors.ts'
import { entryContext } from '#src/store/ach/ach-entries.ts'
import { reportContext } from '#src/store/ach/bank-reports.ts'
import { itemContext } from '#src/store/ach/report-items.ts'
import { fundingContext } from '#src/store/payments/funding-accounts.ts'
import type { SealedColumn } from '#src/store/sealed-values.ts'

export type BoundColumn = SealedColumn & {
  /** The context that a row's value was sealed with, by the parts of its name. */
  readonly context: (name: readonly string[]) => string
}

const ofAccount = ['account_id', 'id'] as const
const ofRow = ['id'] as const

export const SEALED_COLUMNS: readonly BoundColumn[] = [
  {
    table: 'obligor',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => obligorContext({ accountId, id }),
  },
  {
    table: 'funding_account',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => fundingContext({ accountId, id }),
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
  { table: 'outbox', column: 'sealed', names: ofRow, context: ([id = '']) => messageContext(id) },
  {
    table: 'login_session',
    column: 'held',
    names: ofRow,
    context: ([id = '']) => proofContext(id),
  },
  {
    table: 'login_totp',
    column: 'sealed',
    names: ofRow,
    context: ([id = '']) => authenticatorContext(id),
  },
  {
    table: 'totp_enrollment',
    column: 'sealed',
    names: ['session_id', 'id'],
    context: ([, id = '']) => authenticatorContext(id),
  },
  {
    table: 'sent_code',
    column: 'sealed',
    names: ofRow,
    context: ([id = '']) => newContactContext(id),
  },
  {
    table: 'obligor_change_value',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => changeContext({ accountId, id }),
  },
  {
    table: 'held_form',
    column: 'sealed',
    names: ['session_id', 'id'],
    context: ([, id = '']) => heldFormContext(id),
  },
]
