import { accepted, type Outcome } from '#src/domain/refusal.ts'
import { readNextBackupCode, takeBackupCode } from '#src/store/logins/backup-codes.ts'
import { isBackupCode } from '../factors/backup-codes.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { sendNotices } from '../messages/send-messages.ts'
import { type AttemptPermit, withdrawAttempt } from '../throttle.ts'
import { type Asking, type Confirmed, enter, permitFactor, refuseFactor } from './confirm.ts'
import { contactsToConfirm } from './contacts-for-code.ts'

type Typing = Asking & { readonly token: string }
type Asked = NonNullable<Awaited<ReturnType<typeof readNextBackupCode>>>

/** Refused: `backupCodeWrong`, `waitBeforeTrying`, `busy`. */
export async function confirmByBackupCode(
  deps: IdentityDeps,
  asking: Typing,
  typed: string,
): Promise<Outcome<Confirmed>> {
  const { loginId } = asking.session
  const permitted = await permitFactor(deps, asking)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  const asked = await readNextBackupCode(deps.db, loginId)
  if (asked) {
    const check = await isBackupCode(deps, permit, { loginId, asked, typed })
    if (!check.ok) {
      await deps.db.transaction().execute((tx) => withdrawAttempt(tx, permit))
      return check
    }
    const opened = check.value ? await use(deps, asking, { permit, asked }) : null
    if (opened) return accepted(opened)
  }
  const refusal = { code: 'backupCodeWrong', number: asked?.number ?? 1 } as const
  return refuseFactor(deps, asking, { permit, method: 'backup', refusal })
}

/** Null when another was faster. */
async function use(
  deps: IdentityDeps,
  asking: Typing,
  shown: { permit: AttemptPermit; asked: Asked },
): Promise<Confirmed | null> {
  const { loginId } = asking.session
  const { permit, asked } = shown
  const contacts = await contactsToConfirm(deps, asking.session)
  return deps.db.transaction().execute(async (tx) => {
    if (!(await takeBackupCode(tx, { loginId, ...asked }))) return null
    await sendNotices(tx, deps, { loginId, template: 'backupCodeUsed', contacts })
    return enter(tx, deps, asking, { permit, method: 'backup' })
  })
}
