// Somebody who was given a payoff link types its code.
import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { recordAccess } from '#src/identity/access-log.ts'
import { momentAfter } from '#src/identity/moments.ts'
import { networkOf } from '#src/identity/network-address.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { type AttemptPermit, permitAttempt, recordSuccess } from '#src/identity/throttle.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
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
  takeCodeTry,
} from '#src/store/sharing/payoff-links.ts'
import { hashOfToken, newToken } from '#src/vault/tokens.ts'
import { equal } from '#src/vault/vault.ts'
import { findLink } from './find-link.ts'
import { codeHash } from './link-secrets.ts'
import type { SharingContext } from './sharing-context.ts'
import { tellOfLink } from './tell-of-link.ts'

/** After the code, what the link shows is shown for so long. */
export const VISIT_MINUTES = 30

type Asked = { readonly secret: string; readonly code: string; readonly visit: Visit }

/**
 * The token of a visit, for the browser alone. Each code that is tried counts as wrong before it is
 * looked at: five in a row lock the link for good, and a network that guesses waits. Each opening
 * stands in the activity of the owner.
 */
export async function openPayoffLink(
  ctx: SharingContext,
  asked: Asked,
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
      return refused(await wrongCode(ctx, tx, { link: found, asked, wrong, now }))
    return accepted(await opened(ctx, tx, { link: found, account, asked, permit, now }))
  })
}

async function wrongCode(
  ctx: SharingContext,
  tx: Tx,
  of: { link: PayoffLink; asked: Asked; wrong: number; now: string },
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

async function opened(
  ctx: SharingContext,
  tx: Tx,
  of: {
    link: PayoffLink
    account: LockedAccount
    asked: Asked
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
