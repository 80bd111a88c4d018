// A password that somebody chooses, wherever they do: at registering, after recovery, and instead
// of the one they have.
import type { Refusal } from '#src/domain/refusal.ts'
import type { IsBreached } from '#src/gateways/breached-passwords.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { readVehicles } from '#src/store/accounts/vehicles.ts'
import type { Db } from '#src/store/database.ts'
import { refusePassword } from './password-rules.ts'

/** `lenderName` is a word that no password may lean on. */
export type NewPasswordDeps = {
  readonly db: Db
  readonly lenderName: string
  /** The lender's service of breached passwords, where it names one. */
  readonly isBreached?: IsBreached | undefined
}

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
  const refusal = refusePassword(password, context)
  if (refusal) return refusal
  return (await deps.isBreached?.(password)) ? { code: 'passwordKnown' } : null
}

/** Account number and VIN: printed on paper, so no part of a secret. */
export async function printedNumbers(db: Db, accountIds: readonly string[]): Promise<string[]> {
  const accounts = await Promise.all(accountIds.map((id) => readAccount(db, id)))
  const vehicles = await readVehicles(db, [...accountIds])
  const numbers = accounts.map((account) => account?.accountNumber)
  const vins = accountIds.map((id) => vehicles.get(id)?.vin)
  return [...numbers, ...vins].filter((text) => typeof text === 'string')
}
