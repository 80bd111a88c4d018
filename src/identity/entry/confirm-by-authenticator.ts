import { accepted, type Outcome } from '#src/domain/refusal.ts'
import { checkAuthenticatorCode } from '../factors/authenticators.ts'
import type { IdentityDeps } from '../identity-deps.ts'
import { type Asking, type Confirmed, enter, permitFactor, refuseFactor } from './confirm.ts'

/**
 * Refused: `authenticatorCodeWrong`, `authenticatorCodeUsed`, `waitBeforeTrying`. `except`: see
 * `waysToConfirm`.
 */
export async function confirmByAuthenticator(
  deps: IdentityDeps,
  asking: Asking & { readonly token: string },
  given: { readonly code: string; readonly except?: string | undefined },
): Promise<Outcome<Confirmed>> {
  const permitted = await permitFactor(deps, asking)
  if (!permitted.ok) return permitted
  const permit = permitted.value
  const { loginId } = asking.session
  const at = { vault: deps.vault, now: deps.clock.now() }
  const answer = await deps.db.transaction().execute(async (tx) => {
    const checked = await checkAuthenticatorCode(tx, at, permit, { loginId, ...given })
    if (checked.judged !== 'right') return checked
    const shown = { permit, method: 'totp', factorId: checked.id } as const
    return enter(tx, deps, asking, shown)
  })
  if (answer === 'sentBefore' || 'token' in answer) return accepted(answer)
  const code = answer.judged === 'used' ? 'authenticatorCodeUsed' : 'authenticatorCodeWrong'
  return refuseFactor(deps, asking, { permit, method: 'totp', refusal: { code } })
}
