import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { recordAccess } from '#src/identity/access-log.ts'
import { momentAfter, momentBefore } from '#src/identity/moments.ts'
import type { Visit } from '#src/identity/sessions.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import {
  insertPayoffLink,
  type NewPayoffLink,
  type PayoffLink,
  payoffLinkOfForm,
  readPayoffLinks,
} from '#src/store/sharing/payoff-links.ts'
import type { Owner } from '../context.ts'
import { knownThrough, type LoadedAccount, loadLoanForUpdate } from '../load-account.ts'
import { codeHash, formHash, type LinkSecrets, linkSecrets, secretHash } from './link-secrets.ts'
import type { SharingContext } from './sharing-context.ts'
import { tellOfLink } from './tell-of-link.ts'

/** How long a link may live, in days. */
export const LINK_DAYS = [3, 7, 14, 30] as const
export const MOST_OPEN_LINKS = 5

/** A form that is sent again shows what it made for so long. */
const SHOWN_MINUTES = 15

export type LinkOrder = Pick<PayoffLink, 'kind' | 'givenTo'> & {
  readonly days: (typeof LINK_DAYS)[number]
  readonly formKey: string
  readonly visit: Visit
}

export type MadeLink = LinkSecrets & { readonly link: Pick<PayoffLink, 'givenTo' | 'expiresAt'> }

/**
 * Lets somebody see what closes the loan, by a secret address and a code that are in this answer
 * and nowhere else. Refused on a closed account, on one known from filings, and beyond five links.
 */
export async function makePayoffLink(
  ctx: SharingContext,
  owner: Owner,
  order: LinkOrder,
): Promise<Outcome<MadeLink>> {
  const secrets = linkSecrets(ctx.vault, { ...owner, formKey: order.formKey })
  const form = { accountId: owner.accountId, formHash: formHash(ctx.vault, order.formKey) }
  const now = ctx.wallClock.now()
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadLoanForUpdate(tx, owner.accountId)
    const before = await payoffLinkOfForm(tx, form)
    if (before) {
      const isShown = before.createdAt > momentBefore(now, { minutes: SHOWN_MINUTES })
      if (before.endedAt !== null || !isShown) return refused({ code: 'formAlreadyUsed' })
      return accepted({ ...secrets, link: before })
    }
    const refusal = await refusalOf(tx, { owner, loaded, now })
    if (refusal) return refused(refusal)
    const id = ctx.newId()
    const link: NewPayoffLink = {
      ...{ accountId: owner.accountId, id, obligorId: owner.obligorId, loginId: owner.loginId },
      ...{ kind: order.kind, givenTo: order.givenTo, formHash: form.formHash },
      secretHash: secretHash(ctx.vault, secrets.secret),
      codeHash: codeHash(ctx.vault, { linkId: id, code: secrets.code }),
      createdAt: now,
      expiresAt: momentAfter(now, { hours: 24 * order.days }),
    }
    await insertPayoffLink(tx, link)
    const number = secrets.secret
    await claimNumbers(tx, ctx.vault, [{ kind: 'payoffLink', number, accountId: link.accountId }])
    await tellOfLink(ctx, tx, { link, template: 'payoffLinkMade' })
    await note(ctx, tx, { account: loaded.account, link, visit: order.visit })
    return accepted({ ...secrets, link })
  })
}

async function refusalOf(
  tx: Tx,
  of: { owner: Owner; loaded: LoadedAccount<LockedAccount>; now: string },
): Promise<Refusal | null> {
  const { owner, loaded, now } = of
  if (loaded.account.status === 'closed') return { code: 'accountClosed' }
  const filed = knownThrough(loaded)
  if (filed) return { code: 'historyEnds', on: filed }
  const { accountId, obligorId } = owner
  const links = await readPayoffLinks(tx, { accountId, obligorId, now, limit: 200 })
  const open = links.filter(({ endedAt, expiresAt }) => endedAt === null && expiresAt > now)
  return open.length < MOST_OPEN_LINKS ? null : { code: 'payoffLinksFull', most: MOST_OPEN_LINKS }
}

/** Last: both chains stay locked until the end of the transaction. */
async function note(
  ctx: SharingContext,
  tx: Tx,
  of: { account: LockedAccount; link: NewPayoffLink; visit: Visit },
): Promise<void> {
  const { account, link, visit } = of
  const { id: linkId, kind, expiresAt } = link
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'obligor', id: link.obligorId },
      action: 'payoff link made',
      details: { linkId, kind, expiresAt },
    },
  })
  const by = { vault: ctx.vault, now: link.createdAt }
  const { loginId } = link
  await recordAccess(tx, by, { loginId, action: 'payoffLinkMade', visit, details: { linkId } })
}
