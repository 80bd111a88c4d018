import { figuresOn, type KnownFigures } from '#src/domain/account/known/as-known.ts'
import { replay } from '#src/domain/account/replay.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { AccountFlag } from '#src/domain/rules/flags/account-flags.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readFlags } from '#src/store/accounts/account-flags.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { type Autopay, readAutopays } from '#src/store/autopay/autopays.ts'
import { type FundingAccount, readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import { businessDay } from '../business-day.ts'
import { type AccountFacts, accountFacts } from './account-facts.ts'
import { type DeskServicing, noteView } from './note-view.ts'

export type AccountMoney = AccountFacts & {
  readonly accountId: string
  readonly accountEnding: string
  readonly today: CivilDate
  readonly product: 'loan' | 'lease'
  readonly status: 'open' | 'closed'
  readonly figures: KnownFigures
  /** The one that is on, or the last one; null: never set. */
  readonly autopay: Autopay | null
  /** From which its borrowers pay, but for removed ones. */
  readonly banks: readonly FundingAccount[]
  /** Newest first, lifted ones too. */
  readonly flags: readonly AccountFlag[]
}

/** Whoever may change something about an account sees it. */
export type SeesAccount =
  | StaffPermit<'seeCustomer'>
  | StaffPermit<'setFlag'>
  | StaffPermit<'liftFlag'>
  | StaffPermit<'orderRepossession'>
  | StaffPermit<'markNumber'>

/**
 * An account's money as staff help with it: how it stands, payments with their states, autopay,
 * flags. Written down on the account and with who looked. Null: no such account, or
 * nothing is on its books.
 */
export async function viewAccountMoney(
  ctx: DeskServicing,
  of: { readonly permit: SeesAccount; readonly accountId: string },
): Promise<AccountMoney | null> {
  const { accountId, permit } = of
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, accountId)
    if (!account) return null
    const events = await readEvents(tx, accountId)
    if (events.length === 0) return null
    const today = await businessDay(tx)
    const ledger = replay(events)
    const facts = await accountFacts(ctx, tx, { accountId, today })
    const [autopay = null] = await readAutopays(tx, accountId)
    const flags = await readFlags(tx, accountId)
    const banks: FundingAccount[] = []
    for (const obligorId of facts.people.keys())
      banks.push(...(await readFundingAccounts(tx, { accountId, obligorId })))
    await noteView(tx, ctx, { account, permit, action: 'money viewed', details: {} })
    return {
      ...{ accountId, accountEnding: account.accountNumber.slice(-4), today, autopay, flags },
      ...{ product: account.product, status: account.status },
      ...facts,
      banks,
      figures: figuresOn(ledger, today),
    }
  })
}
