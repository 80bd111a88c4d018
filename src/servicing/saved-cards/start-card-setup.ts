import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { insertCardSetup } from '#src/store/cards/card-setups.ts'
import { countFunding } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { MOST_TO_PAY_FROM } from '../funding/new-number-refusal.ts'
import { loadForUpdate } from '../load-account.ts'

/**
 * Sets down that an obligor wants a card to be kept, with the words they agreed to, before they are
 * led to the processor's page. The same idempotency key answers with the same visit. Refuses one
 * that was not agreed to, and one more than may be kept.
 */
export async function startCardSetup(
  ctx: ServicingContext,
  owner: Owner,
  order: {
    readonly agreed: 'yes' | 'no'
    readonly authorizationText: string
    readonly idempotencyKey: string
  },
): Promise<Outcome<{ setupId: string }>> {
  const { agreed, authorizationText, idempotencyKey } = order
  if (agreed === 'no') return refused({ code: 'authorizationMissing' })
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const at = ctx.clock.now()
    const kept = await countFunding(tx, { ...owner, since: at })
    if (kept.now >= MOST_TO_PAY_FROM)
      return refused({ code: 'bankAccountsFull', most: MOST_TO_PAY_FROM })
    const id = ctx.newId()
    const { accountId, obligorId } = owner
    const setup = await insertCardSetup(tx, {
      ...{ accountId, id, obligorId, authorizationText, idempotencyKey, createdAt: at },
    })
    if (setup.obligorId !== obligorId) return refused({ code: 'formAlreadyUsed' })
    if (setup.id === id)
      await appendAccountAudit(tx, ctx.vault, {
        account,
        entry: {
          at,
          requestId: ctx.requestId,
          actor: { kind: 'obligor', id: obligorId },
          action: 'card to be kept',
          details: { setupId: id },
        },
      })
    return accepted({ setupId: setup.id })
  })
}
