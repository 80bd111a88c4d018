// Somebody who was given a payoff link types its code.
import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { networkOf } from '#src/identity/network-address.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { takeCodeTry } from '#src/store/sharing/payoff-links.ts'
import { equal } from '#src/vault/vault.ts'
import { type CodeTyped, letIn, refuseCode } from './code-typed.ts'
import { findLink } from './find-link.ts'
import { codeHash } from './link-secrets.ts'
import type { SharingContext } from './sharing-context.ts'

/**
 * The token of a visit, for the browser alone. Each code that is tried counts as wrong before it is
 * looked at: five in a row lock the link for good, and a network that guesses waits. Each opening
 * stands in the activity of the owner.
 */
export async function openPayoffLink(
  ctx: SharingContext,
  asked: CodeTyped,
): Promise<Outcome<{ readonly token: string }>> {
  const now = ctx.wallClock.now()
  const lane = { scope: 'payoff-link-address', key: networkOf(asked.visit.address) } as const
  const permitted = await permitAttempt(ctx, [lane], now)
  if (!permitted.allowed) return refused(permitted.refusal)
  const { permit } = permitted
  const found = await findLink(ctx, asked.secret)
  if (!found) return refused({ code: 'payoffLinkOver' })
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, found.accountId)
    assert(account, 'a link is one of an account')
    const wrong = await takeCodeTry(tx, found, now)
    if (wrong === null) return refused({ code: 'payoffLinkOver' })
    const given = codeHash(ctx.vault, { linkId: found.id, code: asked.code })
    if (!equal(given, found.codeHash))
      return refused(await refuseCode(ctx, tx, { link: found, asked, wrong, now }))
    return accepted(await letIn(ctx, tx, { link: found, account, asked, permit, now }))
  })
}
