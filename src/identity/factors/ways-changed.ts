import type { Tx } from '#src/store/database.ts'
import { forgetTrustedDevices } from '#src/store/logins/trusted-devices.ts'
import type { MessageDeps } from '../identity-deps.ts'
import { tellContacts } from './tell-contacts.ts'

/** A way to sign in was added or taken away: no browser is trusted any more, contacts are told. */
export async function waysChanged(
  tx: Tx,
  deps: MessageDeps,
  notice: Parameters<typeof tellContacts>[2],
): Promise<void> {
  await forgetTrustedDevices(tx, notice.loginId)
  await tellContacts(tx, deps, notice)
}
