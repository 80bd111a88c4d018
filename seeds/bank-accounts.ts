// The bank accounts of the demo's people: two that are verified, and for one person one in each
// other state.
import { assert } from '#src/domain/assert.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { startCheck } from '#src/servicing/funding/start-check.ts'
import {
  insertFundingAccount,
  type NewFundingAccount,
} from '#src/store/payments/funding-accounts.ts'
import { openDeposits, readLastCheck } from '#src/store/payments/funding-checks.ts'
import type { Story } from './story.ts'

type Owner = { readonly accountId: string; readonly obligorId: string }
type Planted = Pick<NewFundingAccount, 'kind' | 'bankName' | 'state' | 'stateReason'> & {
  readonly number: string
}

/**
 * Written as boarding would: these were there before the portal, so nobody is told that they are
 * new. `number` tells apart the people of one account.
 */
export async function plantBankAccounts(
  ctx: ServicingContext,
  owner: Owner,
  person: {
    readonly index: number
    readonly name: string
    readonly banks: Story['banks'] | undefined
  },
): Promise<void> {
  const usual = { bankName: 'Example Credit Union', state: 'verified', stateReason: null } as const
  const { name, index } = person
  await add(ctx, owner, { kind: 'checking', number: `20004604${index}6042`, ...usual }, name)
  await add(ctx, owner, { kind: 'savings', number: `20004604${index}1180`, ...usual }, name)
  if (person.banks === 'everyState') await plantEveryState(ctx, owner, name)
}

/** What to type for a bank account that waits for two amounts; the demo has no bank to look at. */
export async function depositsToType(ctx: ServicingContext): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('funding_check')
    .select(['account_id', 'funding_account_id'])
    .where('state', '=', 'open')
    .where('method', '=', 'microDeposits')
    .execute()
  const lines: string[] = []
  for (const { account_id: accountId, funding_account_id: fundingAccountId } of rows) {
    const check = await readLastCheck(ctx.db, { accountId, fundingAccountId })
    const amounts = check && (await openDeposits(ctx.db, ctx.vault, check))
    if (!amounts) continue
    const [first, second] = amounts.map((amount) => (amount / 100).toFixed(2))
    lines.push(`  two deposits to type from ${check.settlesOn} on: ${first} and ${second}`)
  }
  return lines
}

async function plantEveryState(ctx: ServicingContext, owner: Owner, name: string): Promise<void> {
  const [waits, announced, sent, failed, stopped] = ['7731', '5520', '9406', '3318', '6655']
  const number = (last = '') => `30007712${last}`
  const unchecked = { kind: 'checking', state: 'unverified', stateReason: null } as const
  const mesa = { ...unchecked, bankName: 'Example Mesa Bank', number: number(waits) }
  await add(ctx, owner, mesa, name)
  const failedBefore = { kind: 'checking', state: 'failed', stateReason: 'R03' } as const
  await add(
    ctx,
    owner,
    { ...failedBefore, bankName: 'Example Larch Bank', number: number(failed) },
    name,
  )
  const stoppedBefore = { kind: 'savings', state: 'stopped', stateReason: 'R02' } as const
  await add(
    ctx,
    owner,
    { ...stoppedBefore, bankName: 'Example Harbor', number: number(stopped) },
    name,
  )
  for (const [last, bankAccountCheck] of [
    [announced, 'prenote'],
    [sent, 'microDeposits'],
  ] as const) {
    const bankName = 'Example Valley Bank'
    const account = await add(ctx, owner, { ...unchecked, bankName, number: number(last) }, name)
    const chosen = { ...ctx, lender: { ...ctx.lender, bankAccountCheck } }
    await ctx.db
      .transaction()
      .execute((tx) => startCheck(chosen, tx, { owner: { ...owner, loginId: '' }, account }))
  }
}

async function add(
  ctx: ServicingContext,
  owner: Owner,
  planted: Planted,
  holderName: string,
): Promise<NewFundingAccount> {
  const { number, ...rest } = planted
  const now = ctx.clock.now()
  const id = ctx.newId()
  const lastFour = number.slice(-4)
  const verifiedAt = planted.state === 'verified' ? now : null
  const account = { ...owner, ...rest, id, lastFour, addedAt: now, verifiedAt }
  // A routing number that is right by its checksum, from the examples of the ACH documentation.
  const numbers = { routingNumber: '076401251', accountNumber: number, holderName }
  const { isNew } = await ctx.db
    .transaction()
    .execute((tx) => insertFundingAccount(tx, ctx.vault, { account, numbers, idempotencyKey: id }))
  assert(isNew, 'each bank account is planted once')
  return account
}
