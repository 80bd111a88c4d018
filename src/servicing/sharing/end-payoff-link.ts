import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { recordAccess } from '#src/identity/access-log.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { endPayoffLink as endRow, readPayoffLink } from '#src/store/sharing/payoff-links.ts'
import type { Owner } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import type { SharingContext } from './sharing-context.ts'

/** Nobody sees anything by it from this moment on. Ended before, it answers the same. */
export async function endPayoffLink(
  ctx: SharingContext,
  owner: Owner,
  which: { readonly linkId: string; readonly visit: Visit },
): Promise<Outcome<{ readonly linkId: string }>> {
  const { accountId, obligorId, loginId } = owner
  const { linkId, visit } = which
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, accountId)
    const own = await readPayoffLink(tx, { accountId, obligorId, id: linkId })
    if (!own) return refused({ code: 'payoffLinkOver' })
    const now = ctx.wallClock.now()
    const end = { at: now, why: 'revoked' } as const
    if (!(await endRow(tx, { accountId, obligorId, id: linkId }, end))) return accepted({ linkId })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: ctx.clock.now(),
        requestId: ctx.requestId,
        actor: { kind: 'obligor', id: obligorId },
        action: 'payoff link ended',
        details: { linkId },
      },
    })
    const line = { loginId, action: 'payoffLinkEnded', visit, details: { linkId } } as const
    await recordAccess(tx, { vault: ctx.vault, now }, line)
    return accepted({ linkId })
  })
}
