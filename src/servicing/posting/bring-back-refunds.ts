import { assert } from '#src/domain/assert.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { refundsThatFailed, takeBackRefund } from '#src/store/desk-money/refunds.ts'
import { businessDay } from '../business-day.ts'
import type { ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { recordFacts } from '../record-facts.ts'
import { tellBorrowers } from './tell-of-order.ts'

const REFUNDS_A_PAGE = 200

/**
 * Refunds that the bank sent back, or that never went: the money is held on the account again, and
 * its borrowers are told. Each once, however often it is run.
 */
export async function bringBackRefunds(ctx: ServicingContext): Promise<void> {
  let page: { readonly accountId: string; readonly id: string }[] = []
  do {
    page = await refundsThatFailed(ctx.db, REFUNDS_A_PAGE)
    for (const refund of page) await bringBack(ctx, refund)
  } while (page.length === REFUNDS_A_PAGE)
}

async function bringBack(
  ctx: ServicingContext,
  { accountId, id }: { readonly accountId: string; readonly id: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const at = ctx.clock.now()
    const failed = await takeBackRefund(tx, loaded.account, { id, at })
    if (!failed) return
    const { amount, eventId, code } = failed
    const today = await businessDay(tx)
    const event = loaded.events.find((each) => each.id === eventId)
    assert(event, 'a refund left the account by an event')
    const { effectiveDate } = event
    const reason = code === null ? 'correction' : 'return'
    const payload = { kind: 'reversal', of: eventId, reason, code } as const
    const facts = [{ effectiveDate, payload }]
    const after = await recordFacts(tx, ctx, { loaded, facts, through: today })
    await appendAccountAudit(tx, ctx.vault, {
      account: after.account,
      entry: {
        ...{ at, requestId: ctx.requestId, actor: { kind: 'system', id: 'bank' } as const },
        action: 'refund came back',
        details: { refundId: id, amount, code },
      },
    })
    await tellBorrowers(ctx, tx, {
      ...{ accountId, amount, effective: null },
      template: 'heldMoneyReturned',
    })
  })
}
