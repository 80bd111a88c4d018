// The secret address at which a program reads an obligor's calendar. It is told once; of two that
// are asked for, the second replaces the first.
import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type AccessAction, recordAccess } from '#src/identity/access-log.ts'
import type { SignedInSession, Visit } from '#src/identity/sessions.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import {
  type CalendarFeed,
  endCalendarFeed,
  insertCalendarFeed,
  readOwnCalendarFeed,
} from '#src/store/accounts/calendar-feeds.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import type { Tx } from '#src/store/database.ts'
import { claimForm } from '#src/store/logins/form-submissions.ts'
import { randomCode } from '#src/vault/vault.ts'
import type { Owner, ServicingContext } from '../context.ts'

export type AskingOwner = {
  readonly session: SignedInSession
  readonly visit: Visit
  readonly owner: Owner
  /** The moment of the visit, by the clock of sessions. */
  readonly now: string
}

/** 220 bits, and long enough that a log takes it for the token it is. */
const SYMBOLS = 44

/**
 * Makes an address and ends the one before. The secret is known to the answer alone. Refused:
 * `formAlreadyUsed`.
 */
export async function makeCalendarAddress(
  ctx: ServicingContext,
  asking: AskingOwner,
  of: { readonly formKey: string; readonly locale: CalendarFeed['locale'] },
): Promise<Outcome<{ readonly secret: string }>> {
  const { session, owner, now } = asking
  const { accountId, obligorId } = owner
  const secret = randomCode(SYMBOLS)
  const id = ctx.newId()
  return ctx.db.transaction().execute(async (tx): Promise<Outcome<{ secret: string }>> => {
    const form = { sessionId: session.id, key: of.formKey, outcome: 'calendar', submittedAt: now }
    if ((await claimForm(tx, form)) !== null) return refused({ code: 'formAlreadyUsed' })
    const account = await lockAccount(tx, accountId)
    assert(account, `account ${accountId} exists`)
    await endCalendarFeed(tx, { accountId, obligorId, at: now })
    const feed = { accountId, obligorId, id, secret, locale: of.locale, createdAt: now }
    await insertCalendarFeed(tx, ctx.vault, feed)
    await claimNumbers(tx, ctx.vault, [{ kind: 'calendar', number: secret, accountId }])
    const entry = entryOf(ctx, owner, { action: 'calendar address made', id })
    await appendAccountAudit(tx, ctx.vault, { account, entry })
    await note(tx, ctx, asking, 'calendarMade')
    return accepted({ secret })
  })
}

/** It works no longer from this moment on. Asked again, or where none works, nothing happens. */
export async function endCalendarAddress(
  ctx: ServicingContext,
  asking: AskingOwner,
): Promise<void> {
  const { owner, now } = asking
  const { accountId, obligorId } = owner
  await ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    assert(account, `account ${accountId} exists`)
    const feed = await readOwnCalendarFeed(tx, owner)
    if (!feed || !(await endCalendarFeed(tx, { accountId, obligorId, at: now }))) return
    const entry = entryOf(ctx, owner, { action: 'calendar address ended', id: feed.id })
    await appendAccountAudit(tx, ctx.vault, { account, entry })
    await note(tx, ctx, asking, 'calendarEnded')
  })
}

function entryOf(ctx: ServicingContext, owner: Owner, of: { action: string; id: string }) {
  return {
    at: ctx.clock.now(),
    requestId: ctx.requestId,
    actor: { kind: 'obligor', id: owner.obligorId } as const,
    action: of.action,
    details: { calendarId: of.id },
  }
}

/** In the owner's own activity. */
function note(
  tx: Tx,
  { vault }: ServicingContext,
  { session, visit, now }: AskingOwner,
  action: AccessAction,
): Promise<void> {
  return recordAccess(tx, { vault, now }, { loginId: session.loginId, action, visit })
}
