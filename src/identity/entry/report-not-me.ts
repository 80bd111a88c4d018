// "This was not me": whoever is signed in shuts every door at once. The password opens nothing until
// a new one is chosen by recovery, so that a thief who knows it is out, and the owner gets in.
import type { Tx } from '#src/store/database.ts'
import { requireRecovery } from '#src/store/logins/password-changes.ts'
import { endShared } from '#src/store/sharing/end-shared.ts'
import { insertStaffNotice } from '#src/store/staff/staff-notices.ts'
import type { ActivityLine } from '../access-log.ts'
import { tellContacts } from '../factors/tell-contacts.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { holdLogin } from '../recovery/hold-login.ts'
import type { SignedInSession, Visit } from '../sessions.ts'
import { note } from './confirm.ts'
import { forgetBrowsers } from './forget-browsers.ts'

type Asking = { readonly session: SignedInSession; readonly visit: Visit }

/** The line itself is written down as it was; no other login's line can be named. */
export async function reportNotMe(
  deps: IdentityDeps,
  asking: Asking,
  line: ActivityLine,
): Promise<void> {
  await deps.db.transaction().execute((tx) => closeDoors(tx, deps, asking, line))
}

async function closeDoors(
  tx: Tx,
  deps: IdentityDeps,
  asking: Asking,
  line: ActivityLine,
): Promise<void> {
  const { loginId, accounts: obligors } = asking.session
  const at = deps.clock.now()
  // Reported before, in another window: the doors are shut already.
  if (!(await requireRecovery(tx, { loginId, at }))) return
  await holdLogin(tx, { loginId, now: at })
  await forgetBrowsers(tx, { loginId, keep: null })
  // Who was in may have made them.
  for (const obligor of obligors) await endShared(tx, { ...obligor, at })
  const details = { line: String(line.seq), action: line.action }
  await insertStaffNotice(tx, { id: deps.newId(), kind: 'notMe', loginId, at, details })
  await tellContacts(tx, deps, { loginId, obligors, template: 'reportedNotMe' })
  await note(tx, deps, asking, 'reportedNotMe', details)
}
