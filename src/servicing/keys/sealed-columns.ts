// Every column that holds sealed values, and what each value is bound to.
import { authenticatorContext } from '#src/identity/factors/authenticators.ts'
import { heldFormContext } from '#src/identity/forms/held-form.ts'
import { messageContext } from '#src/identity/messages/addressee.ts'
import { newContactContext } from '#src/identity/profile/start-contact.ts'
import { proofContext } from '#src/identity/proof/prove-account.ts'
import { changeContext } from '#src/store/accounts/obligor-changes.ts'
import { obligorContext } from '#src/store/accounts/obligors.ts'
import { type BoundColumn, ofAccount, ofRow } from './bound-column.ts'
import { MONEY_COLUMNS } from './money-columns.ts'

export const SEALED_COLUMNS: readonly BoundColumn[] = [
  {
    table: 'obligor',
    column: 'sealed',
    names: ofAccount,
    context: ([accountId = '', id = '']) => obligorContext({ accountId, id }),
  },
  ...MONEY_COLUMNS,
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
