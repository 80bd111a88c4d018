import type { Tx } from '#src/store/database.ts'
import { holdLogin as write } from '#src/store/logins/holds.ts'
import { momentAfter } from '../moments.ts'

/** So long after the way in was changed, what could take money or lock the owner out waits. */
export const holdHours = 24

/** Of the actions that wait see `STEP_UP`. A hold that runs is never made shorter. */
export function holdLogin(
  tx: Tx,
  of: { readonly loginId: string; readonly now: string },
): Promise<void> {
  return write(tx, { loginId: of.loginId, until: momentAfter(of.now, { hours: holdHours }) })
}
