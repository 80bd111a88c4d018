import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { isAccountNumber } from '#src/domain/regions/us-bank-account.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { findByNumber } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { newNumberRefusal } from './new-number-refusal.ts'
import { noteFunding } from './note-funding.ts'
import { startCheck } from './start-check.ts'

export type FundingEntry = {
  readonly kind: 'checking' | 'savings'
  readonly routingNumber: string
  readonly accountNumber: string
  readonly bankName: string
  readonly nickname?: string | null
  /** Of the form as it was shown: sent twice, it adds once. */
  readonly idempotencyKey: string
}

/**
 * Adds a bank account in the obligor's own name to pay from, its numbers sealed, and begins to
 * verify it. A number that is there already answers with the one that has it. Refuses numbers of
 * wrong form, one that was stopped, and too many.
 */
export async function addFundingAccount(
  ctx: ServicingContext,
  owner: Owner,
  entry: FundingEntry,
): Promise<Outcome<{ fundingAccountId: string; wasNew: 'yes' | 'no' }>> {
  const { routingNumber, accountNumber, kind, bankName, idempotencyKey } = entry
  if (checkRoutingNumber(routingNumber) !== null) return refused({ code: 'routingNumberWrong' })
  if (!isAccountNumber(accountNumber)) return refused({ code: 'accountNumberWrong' })
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const numbers = { routingNumber, accountNumber }
    const known = await findByNumber(tx, ctx.vault, { ...owner, numbers })
    if (known !== null) return accepted({ fundingAccountId: known, wasNew: 'no' as const })
    const refusal = await newNumberRefusal(ctx, tx, { owner, numbers })
    if (refusal) return refused(refusal)
    const obligor = await readObligor(tx, ctx.vault, owner)
    assert(obligor, 'an owner is an obligor of the account')
    const { givenName, familyName } = obligor.details
    const now = ctx.clock.now()
    const { accountId, obligorId } = owner
    const lastFour = accountNumber.slice(-4)
    const added = {
      ...{ accountId, id: ctx.newId(), obligorId, kind, bankName, lastFour, addedAt: now },
      ...({ state: 'unverified', stateReason: null, verifiedAt: null } as const),
    }
    const inserted = await insertFundingAccount(tx, ctx.vault, {
      account: added,
      numbers: { ...numbers, holderName: `${givenName} ${familyName}` },
      idempotencyKey,
      nickname: entry.nickname ?? null,
    })
    // The key is of a form whose bank account was removed since.
    if (!inserted.isNew) return accepted({ fundingAccountId: inserted.id, wasNew: 'no' as const })
    const check = await startCheck(ctx, tx, { owner, account: added })
    await noteFunding(ctx, tx, {
      account,
      owner,
      funding: added,
      template: check.method === 'prenote' ? 'bankAccountAdded' : 'bankDepositsOnTheirWay',
      action: 'bank account added',
      check,
    })
    return accepted({ fundingAccountId: added.id, wasNew: 'yes' as const })
  })
}
