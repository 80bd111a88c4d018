import { holdsAutopay } from '#src/domain/autopay/flag-events.ts'
import { addDays } from '#src/domain/calendar.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { type Autopay, insertAutopay, readAutopays } from '#src/store/autopay/autopays.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { holdAutopay, standingFlags } from './autopay-state.ts'
import { type AutopayChoice, checkedTerms, firstDebitDay } from './check-terms.ts'
import { decideDebits } from './decide-debits.ts'
import { recordChange } from './record-change.ts'

export type AutopayOrder = AutopayChoice & {
  readonly agreed: 'yes' | 'no'
  readonly authorizationText: string
  readonly idempotencyKey: string
}

/**
 * Sets autopay on a loan from the obligor's own verified bank account or saved card, with the
 * authorization as it was shown; a copy of it goes to them. Debits that are near are set at once.
 * Refuses terms that the lender does not offer, and a second autopay beside one that has not ended.
 */
export async function setAutopay(
  ctx: ServicingContext,
  owner: Owner,
  order: AutopayOrder,
): Promise<Outcome<{ autopayId: string }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, owner.accountId)
    const known = await readAutopays(tx, owner.accountId)
    const same = known.find(({ idempotencyKey }) => idempotencyKey === order.idempotencyKey)
    if (same)
      return same.obligorId === owner.obligorId
        ? accepted({ autopayId: same.id })
        : refused({ code: 'formAlreadyUsed' })
    const on = known.find(({ state }) => state !== 'ended')
    if (on)
      return refused({
        code: on.obligorId === owner.obligorId ? 'autopayAlreadySet' : 'autopayOfCoBorrower',
      })
    if (order.agreed === 'no') return refused({ code: 'authorizationMissing' })
    const flags = await standingFlags(tx, loaded.account)
    if (holdsAutopay(flags, owner.obligorId)) return refused({ code: 'autopayHeld' })
    const checked = await checkedTerms(ctx, tx, { owner, loaded, choice: order })
    if (!checked.ok) return checked
    const byCard = checked.value.fundingAccount.kind === 'card'
    const autopay = autopayOf(ctx, owner, order, byCard)
    await insertAutopay(tx, loaded.account, autopay)
    const account = await recordChange(ctx, tx, {
      account: loaded.account,
      autopay,
      change: {
        from: null,
        reason: 'set',
        actor: { kind: 'obligor', id: owner.obligorId },
        details: { authorization: autopay.authorizationText },
        idempotencyKey: null,
      },
    })
    const today = await firstDebitDay(ctx, tx)
    const held = await holdAutopay(tx, ctx, { loaded: { ...loaded, account }, today })
    if (held) await decideDebits(ctx, tx, held)
    return accepted({ autopayId: autopay.id })
  })
}

function autopayOf(
  ctx: ServicingContext,
  owner: Owner,
  order: AutopayOrder,
  byCard: boolean,
): Autopay {
  const now = ctx.clock.now()
  const { terms } = order
  return {
    accountId: owner.accountId,
    id: ctx.newId(),
    obligorId: owner.obligorId,
    fundingAccountId: order.fundingAccountId,
    byCard,
    terms,
    state: 'active',
    stateReason: 'set',
    authorizationText: order.authorizationText,
    authorizedAt: now,
    reviewOn: addDays(terms.begins, -1),
    idempotencyKey: order.idempotencyKey,
    createdAt: now,
    changedAt: now,
  }
}
