import * as z from 'zod'
import {
  type AccountMoney,
  type SeesAccount,
  viewAccountMoney,
} from '#src/servicing/desk-account/view-account-money.ts'
import type { DeskContext } from '../desk-context.ts'
import { deskServicing } from '../desk-servicing.ts'

/** The account that the address names, as staff see it; null: there is none. */
export function accountOf(c: DeskContext, permit: SeesAccount): Promise<AccountMoney | null> {
  const accountId = accountIdOf(c)
  return accountId === null
    ? Promise.resolve(null)
    : viewAccountMoney(deskServicing(c), { permit, accountId })
}

/** Where a form about an account leads back to. */
export function accountPath(c: DeskContext): string {
  const accountId = accountIdOf(c)
  return accountId === null ? '/customers' : `/accounts/${accountId}`
}

export function accountIdOf(c: DeskContext): string | null {
  const account = z.uuid().safeParse(c.req.param('account'))
  return account.success ? account.data : null
}
