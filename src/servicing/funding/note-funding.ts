// What happened to a bank account, for the audit and for its owner.
import { firstUseOn } from '#src/domain/rules/funding/funding-check.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import type { FundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { tellObligor } from '../tell-obligor.ts'
import type { StartedCheck } from './start-check.ts'

export type FundingTemplate =
  | 'bankAccountAdded'
  | 'bankDepositsOnTheirWay'
  | 'bankDepositsThere'
  | 'bankAccountReady'
  | 'bankAccountFailed'
  | 'bankAccountRemoved'
  | 'bankAccountCopied'
  | 'cardKept'
  | 'cardRemoved'

export type FundingNote = {
  readonly account: LockedAccount
  readonly owner: Pick<Owner, 'accountId' | 'obligorId'>
  readonly funding: Pick<FundingAccount, 'id' | 'kind' | 'bankName' | 'lastFour'>
  /** Null: nothing to tell. */
  readonly template: FundingTemplate | null
  readonly action: string
  readonly by?: 'obligor' | 'system'
  readonly check?: Pick<StartedCheck, 'method' | 'settlesOn'>
  readonly details?: Readonly<Record<string, string | number>>
}

/** One line of the audit, one message; the account is the locked one as it was before them. */
export async function noteFunding(
  ctx: ServicingContext,
  tx: Tx,
  note: FundingNote,
): Promise<LockedAccount> {
  const { account, owner, funding, check, details = {} } = note
  const { id, kind, lastFour, bankName } = funding
  const days = check && { settles: check.settlesOn, firstUse: firstUseOn(check) }
  if (note.template !== null)
    await tellObligor(ctx, tx, {
      owner,
      template: note.template,
      parameters: {
        ...{ fundingAccountId: id, kind, lastFour, bankName, phone: ctx.lender.phone },
        ...days,
        ...Object.fromEntries(Object.entries(details).map(([name, value]) => [name, `${value}`])),
      },
    })
  const actor =
    note.by === 'system'
      ? ({ kind: 'system', id: 'bank account checks' } as const)
      : ({ kind: 'obligor', id: owner.obligorId } as const)
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor,
      action: note.action,
      details: { fundingAccountId: id, kind, ending: lastFour, ...days, ...details },
    },
  })
}
