// What follows from the code of a payoff link, wrong or right.
import type { Refusal } from '#src/domain/refusal.ts'
import { recordAccess } from '#src/identity/access-log.ts'
import { momentAfter } from '#src/identity/moments.ts'
import { networkOf } from '#src/identity/network-address.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { type AttemptPermit, recordSuccess } from '#src/identity/throttle.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  insertPayoffLinkVisit,
  readPayoffLinkVisits,
} from '#src/store/sharing/payoff-link-visits.ts'
import {
  clearCodeTries,
  endPayoffLink,
  MOST_WRONG_CODES,
  type PayoffLink,
} from '#src/store/sharing/payoff-links.ts'
import { hashOfToken, newToken } from '#src/vault/tokens.ts'
import type { SharingContext } from './sharing-context.ts'
import { tellOfLink } from './tell-of-link.ts'

/** After the code, what the link shows is shown for so long. */
export const VISIT_MINUTES = 30

export type CodeTyped = { readonly secret: string; readonly code: string; readonly visit: Visit }

/** Counted already: the fifth in a row locks the link, and its owner is told. */
export async function refuseCode(
  ctx: SharingContext,
  tx: Tx,
  of: { link: PayoffLink; asked: CodeTyped; wrong: number; now: string },
): Promise<Refusal> {
  const { link, asked, wrong, now } = of
  const left = MOST_WRONG_CODES - wrong
  if (left === 0) {
    await endPayoffLink(tx, link, { at: now, why: 'locked' })
    await tellOfLink(ctx, tx, { link, template: 'payoffLinkLocked' })
  }
  const action = left === 0 ? 'payoffLinkLocked' : 'payoffLinkRefused'
  await record(ctx, tx, { link, visit: asked.visit, action, now })
  return left === 0 ? { code: 'payoffLinkOver' } : { code: 'payoffLinkCodeWrong', left }
}

/** A visit begins; the owner is told of the first, and each stands in their activity. */
export async function letIn(
  ctx: SharingContext,
  tx: Tx,
  of: {
    link: PayoffLink
    account: LockedAccount
    asked: CodeTyped
    permit: AttemptPermit
    now: string
  },
): Promise<{ readonly token: string }> {
  const { link, account, asked, permit, now } = of
  const { accountId, id: linkId } = link
  const token = newToken()
  const earlier = await readPayoffLinkVisits(tx, { accountId, limit: 500 })
  await clearCodeTries(tx, link)
  await insertPayoffLinkVisit(tx, {
    ...{ accountId, id: ctx.newId(), linkId, network: networkOf(asked.visit.address) },
    tokenHash: hashOfToken(token),
    ...{ openedAt: now, endsAt: momentAfter(now, { minutes: VISIT_MINUTES }) },
  })
  await recordSuccess(tx, permit)
  if (!earlier.some((visit) => visit.linkId === linkId))
    await tellOfLink(ctx, tx, { link, template: 'payoffLinkOpened' })
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'system', id: 'payoff link' },
      action: 'payoff link opened',
      details: { linkId },
    },
  })
  await record(ctx, tx, { link, visit: asked.visit, action: 'payoffLinkOpened', now })
  return { token }
}

async function record(
  ctx: SharingContext,
  tx: Tx,
  of: {
    link: PayoffLink
    visit: Visit
    action: 'payoffLinkOpened' | 'payoffLinkRefused' | 'payoffLinkLocked'
    now: string
  },
): Promise<void> {
  const { link, visit, action, now } = of
  const details = { linkId: link.id }
  await recordAccess(
    tx,
    { vault: ctx.vault, now },
    {
      ...{ loginId: link.loginId, action, visit, details },
    },
  )
}
