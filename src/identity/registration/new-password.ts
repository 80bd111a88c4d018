// A password that somebody chooses, wherever they do: at registering, after recovery, and instead
// of the one they have.
import type { Refusal } from '#src/domain/refusal.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readVehicles } from '#src/store/accounts/vehicles.ts'
import type { Db } from '#src/store/database.ts'
import { refusePassword } from './password-rules.ts'

/** `lenderName` is a word that no password may lean on. */
export type NewPasswordDeps = { readonly db: Db; readonly lenderName: string }

/** Null when the password is good. Refused: the passwords' refusals. */
export async function refuseNewPassword(
  deps: NewPasswordDeps,
  chosen: {
    readonly password: string
    readonly username: string
    readonly accountIds: readonly string[]
  },
): Promise<Refusal | null> {
  const { password, username, accountIds } = chosen
  const lender = [deps.lenderName, ...deps.lenderName.split(/\s+/)]
  const context = [...lender, username, ...(await printedNumbers(deps.db, accountIds))]
  return refusePassword(password, context)
}

/** Account number and VIN: printed on paper, so no part of a secret. */
export async function printedNumbers(db: Db, accountIds: readonly string[]): Promise<string[]> {
  const accounts = await Promise.all(accountIds.map((id) => readAccount(db, id)))
  const vehicles = await readVehicles(db, [...accountIds])
  const numbers = accounts.map((account) => account?.accountNumber)
  const vins = accountIds.map((id) => vehicles.get(id)?.vin)
  return [...numbers, ...vins].filter((text) => typeof text === 'string')
}
