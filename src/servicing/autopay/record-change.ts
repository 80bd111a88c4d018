// What every change of an autopay leaves behind: its row, a message in the portal and by e-mail,
// and a line of the audit.
import type { AutopayEvent } from '#src/domain/autopay/autopay-states.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { type AutopayChange, insertAutopayChange } from '#src/store/autopay/autopay-changes.ts'
import type { Autopay } from '#src/store/autopay/autopays.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'
import { tellOwner } from './tell-owner.ts'

/** `autopay` as it stands after the change. */
export async function recordChange(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly autopay: Autopay
    readonly change: Pick<AutopayChange, 'from' | 'reason' | 'actor' | 'details'> & {
      readonly idempotencyKey: string | null
    }
  },
): Promise<LockedAccount> {
  const { account, autopay, change } = of
  const { reason, actor, details, from } = change
  const { changedAt: at, state: to, id: autopayId } = autopay
  await insertAutopayChange(tx, account, { ...change, autopayId, at, to })
  await tellOwner(ctx, tx, { owner: autopay, template: templateOf(reason), parameters: details })
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at,
      requestId: ctx.requestId,
      actor: { ...actor, kind: actor.kind === 'bank' ? 'system' : actor.kind },
      action: `autopay ${reason}`,
      details: { autopayId, from, to, terms: autopay.terms, ...details },
    },
  })
}

/** "autopayPaidOff": each event has its own words. */
function templateOf(event: AutopayEvent): string {
  return `autopay${event.charAt(0).toUpperCase()}${event.slice(1)}`
}
