import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { tellObligor } from '../tell-obligor.ts'

/**
 * Adds a bank account to pay from, its numbers sealed. `accountNumber` is 4 to 17 digits. Refuses a
 * wrong routing number.
 */
export async function addFundingAccount(
  ctx: ServicingContext,
  owner: Owner,
  entry: {
    kind: 'checking' | 'savings'
    routingNumber: string
    accountNumber: string
    bankName: string
    /** Of the form as it was shown: sent twice, it adds once. */
    idempotencyKey: string
  },
): Promise<Outcome<{ fundingAccountId: string }>> {
  if (checkRoutingNumber(entry.routingNumber) !== null)
    return refused({ code: 'routingNumberWrong' })
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const obligor = await readObligor(tx, ctx.vault, owner)
    assert(obligor, 'an owner is an obligor of the account')
    const { routingNumber, accountNumber, kind, bankName, idempotencyKey } = entry
    const id = ctx.newId()
    const now = ctx.clock.now()
    const lastFour = accountNumber.slice(-4)
    const { accountId, obligorId } = owner
    const { givenName, familyName } = obligor.details
    const added = await insertFundingAccount(tx, ctx.vault, {
      account: {
        ...{ accountId, id, obligorId, kind, bankName, lastFour, addedAt: now },
        ...{ state: 'verified', stateReason: null, verifiedAt: now },
      },
      numbers: { routingNumber, accountNumber, holderName: `${givenName} ${familyName}` },
      idempotencyKey,
    })
    if (!added.isNew) return accepted({ fundingAccountId: added.id })
    await tellObligor(ctx, tx, {
      owner,
      template: 'bankAccountAdded',
      parameters: { kind, lastFour, bankName },
    })
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: now,
        requestId: ctx.requestId,
        actor: { kind: 'obligor', id: owner.obligorId },
        action: 'bank account added',
        details: { fundingAccountId: id, kind, ending: lastFour },
      },
    })
    return accepted({ fundingAccountId: id })
  })
}
