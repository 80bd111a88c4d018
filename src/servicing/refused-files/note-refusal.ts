import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

/** One line of the account's audit about an entry of a refused file. */
export function noteRefusal(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly entry: SentEntry
    readonly action: string
    /** The bank, or whoever decided; null: nobody did in time. */
    readonly by: 'bank' | { readonly staffId: string | null }
    readonly details?: Readonly<Record<string, string | number | null>>
  },
): Promise<LockedAccount> {
  const { account, entry, action, by, details = {} } = of
  const { id: entryId, paymentId, purpose, amount, attempt } = entry
  const staffId = by === 'bank' ? null : by.staffId
  const system = { kind: 'system', id: by === 'bank' ? 'bank' : 'refused files' } as const
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: staffId === null ? system : { kind: 'staff', id: staffId },
      action,
      details: {
        ...{ entryId, purpose, amount, attempt, ...details },
        ...(paymentId !== null && { paymentId }),
      },
    },
  })
}
