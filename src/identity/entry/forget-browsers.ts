import type { Tx } from '#src/store/database.ts'
import { forgetKnownDevices } from '#src/store/logins/known-devices.ts'
import { endSessionsOfLogin } from '#src/store/logins/sessions.ts'
import { forgetTrustedDevices } from '#src/store/logins/trusted-devices.ts'

/**
 * For a password that changes or is given up: every session of the login ends but the one to keep,
 * and no browser is known or trusted any more (ASVS 5.0 V7.4.3).
 */
export async function forgetBrowsers(
  tx: Tx,
  of: { readonly loginId: string; readonly keep: string | null },
): Promise<void> {
  await endSessionsOfLogin(tx, of)
  await forgetKnownDevices(tx, of.loginId)
  await forgetTrustedDevices(tx, of.loginId)
}
