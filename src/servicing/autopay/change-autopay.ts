import { holdsAutopay } from '#src/domain/autopay/flag-events.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { isChangeKnown } from '#src/store/autopay/autopay-changes.ts'
import type { Tx } from '#src/store/database.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { type HeldAutopay, holdAutopay } from './autopay-state.ts'
import { checkedTerms, firstDebitDay } from './check-terms.ts'
import { decideDebits } from './decide-debits.ts'
import { moveAutopay } from './move-autopay.ts'
import type { AutopayOrder } from './set-autopay.ts'

/**
 * New terms, another bank account or card, with a new authorization; also what starts it again when
 * it needs attention. Debits that can still be stopped are worked out anew. Only whoever set
 * autopay changes it.
 */
export async function changeAutopay(
  ctx: ServicingContext,
  owner: Owner,
  order: AutopayOrder,
): Promise<Outcome<null>> {
  return asOwner(ctx, owner, order.idempotencyKey, async (tx, held) => {
    if (order.agreed === 'no') return { code: 'authorizationMissing' }
    if (holdsAutopay(held.flags, owner.obligorId)) return { code: 'autopayHeld' }
    const loaded = await loadForUpdate(tx, owner.accountId)
    const checked = await checkedTerms(ctx, tx, { owner, loaded, choice: order })
    if (!checked.ok) return checked.refusal
    const { terms, fundingAccountId, authorizationText, idempotencyKey } = order
    const moved = await moveAutopay(ctx, tx, held, {
      event: 'changed',
      actor: { kind: 'obligor', id: owner.obligorId },
      details: { authorization: authorizationText },
      change: {
        ...{ terms, fundingAccountId, authorizationText, authorizedAt: ctx.clock.now() },
        byCard: checked.value.fundingAccount.kind === 'card',
      },
      idempotencyKey,
    })
    await decideDebits(ctx, tx, moved)
    return null
  })
}

type OwnMove = { readonly idempotencyKey: string }

/** Nothing is taken until it is resumed; what can still be stopped is canceled. */
export function pauseAutopay(ctx: ServicingContext, owner: Owner, form: OwnMove) {
  return ownMove(ctx, owner, { ...form, event: 'pausedByCustomer' })
}

/** It takes what its terms say again; what is near is set at once. */
export function resumeAutopay(ctx: ServicingContext, owner: Owner, form: OwnMove) {
  return ownMove(ctx, owner, { ...form, event: 'resumed' })
}

/**
 * Takes the permission back, for good: every debit is canceled until its own file's cutoff (the
 * customer's bank must honor a stop until 3 business days before, 12 CFR 1005.10(c)).
 */
export function revokeAutopay(ctx: ServicingContext, owner: Owner, form: OwnMove) {
  return ownMove(ctx, owner, { ...form, event: 'revokedByCustomer' })
}

function ownMove(
  ctx: ServicingContext,
  owner: Owner,
  move: OwnMove & { event: 'pausedByCustomer' | 'resumed' | 'revokedByCustomer' },
): Promise<Outcome<null>> {
  const { event, idempotencyKey } = move
  return asOwner(ctx, owner, idempotencyKey, async (tx, held) => {
    if (event === 'resumed' && holdsAutopay(held.flags, owner.obligorId))
      return { code: 'autopayHeld' }
    const actor = { kind: 'obligor', id: owner.obligorId } as const
    const moved = await moveAutopay(ctx, tx, held, { event, actor, idempotencyKey })
    if (moved.autopay.state !== 'ended') await decideDebits(ctx, tx, moved)
    return null
  })
}

/** Under the account's lock; a form that was sent before changes nothing and answers the same. */
async function asOwner(
  ctx: ServicingContext,
  owner: Owner,
  idempotencyKey: string,
  change: (tx: Tx, held: HeldAutopay) => Promise<Refusal | null>,
): Promise<Outcome<null>> {
  return ctx.db.transaction().execute(async (tx) => {
    const { accountId } = owner
    const loaded = await loadForUpdate(tx, accountId)
    if (await isChangeKnown(tx, { accountId, idempotencyKey })) return accepted(null)
    const held = await holdAutopay(tx, ctx, { loaded, today: await firstDebitDay(ctx, tx) })
    if (!held) return refused({ code: 'autopayNotSet' })
    if (held.autopay.obligorId !== owner.obligorId) return refused({ code: 'autopayOfCoBorrower' })
    const refusal = await change(tx, held)
    return refusal ? refused(refusal) : accepted(null)
  })
}
