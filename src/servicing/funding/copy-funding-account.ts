import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { readOwnedAccount } from '#src/store/accounts/owned-account.ts'
import type { Vehicle } from '#src/store/accounts/vehicles.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import {
  type FundingAccount,
  insertFundingAccount,
  readFundingAccount,
  readFundingAccounts,
} from '#src/store/payments/funding-accounts.ts'
import { findByNumber } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { newNumberRefusal } from './new-number-refusal.ts'
import { noteFunding } from './note-funding.ts'

export type CopyOrder = {
  /** The same login on another account of theirs. */
  readonly from: Owner
  readonly fundingAccountId: string
  readonly idempotencyKey: string
}

/**
 * A verified bank account of somebody's other account, so that its numbers need not be typed
 * twice: it is verified here too. A number that is there already answers with the one that has
 * it. Refuses what is not verified and what was stopped.
 */
export async function copyFundingAccount(
  ctx: ServicingContext,
  owner: Owner,
  order: CopyOrder,
): Promise<Outcome<{ fundingAccountId: string }>> {
  const { from, fundingAccountId, idempotencyKey } = order
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const source = await readFundingAccount(tx, { ...from, id: fundingAccountId })
    if (!source || source.removedAt !== null || source.kind === 'card')
      return refused({ code: 'fundingAccountNotFound' })
    if (source.state !== 'verified') return refused({ code: 'bankAccountNotVerified' })
    const { accountId } = from
    const numbers = await openBankNumbers(tx, ctx.vault, { accountId, id: fundingAccountId })
    assert(numbers, 'a bank account has its numbers')
    const known = await findByNumber(tx, ctx.vault, { ...owner, numbers })
    if (known !== null) return accepted({ fundingAccountId: known })
    const refusal = await newNumberRefusal(ctx, tx, { owner, numbers })
    if (refusal) return refused(refusal)
    const { kind, bankName, lastFour, nickname, verifiedAt } = source
    const copy = {
      ...{ accountId: owner.accountId, id: ctx.newId(), obligorId: owner.obligorId },
      ...{ kind, bankName, lastFour, addedAt: ctx.clock.now() },
      ...({ state: 'verified', stateReason: null, verifiedAt } as const),
    }
    const added = { account: copy, numbers, idempotencyKey, nickname }
    const inserted = await insertFundingAccount(tx, ctx.vault, added)
    if (inserted.isNew)
      await noteFunding(ctx, tx, {
        ...{ account, owner, funding: copy },
        template: 'bankAccountCopied',
        action: 'bank account added',
        details: { copiedFrom: source.id },
      })
    return accepted({ fundingAccountId: inserted.id })
  })
}

export type Copyable = {
  readonly from: Owner
  readonly funding: FundingAccount
  readonly vehicle: Vehicle
}

/** What could be copied from the person's other accounts, each number once. */
export async function copyableFunding(
  ctx: ServicingContext,
  owner: Owner,
  others: readonly Owner[],
): Promise<Copyable[]> {
  const labels = new Set((await readFundingAccounts(ctx.db, owner)).map(labelOf))
  const found: Copyable[] = []
  for (const from of others) {
    const owned = await readOwnedAccount(ctx.db, ctx.vault, from)
    for (const funding of await readFundingAccounts(ctx.db, from)) {
      if (!owned || funding.state !== 'verified' || labels.has(labelOf(funding))) continue
      labels.add(labelOf(funding))
      found.push({ from, funding, vehicle: owned.vehicle })
    }
  }
  return found
}

function labelOf({ kind, lastFour, bankName }: FundingAccount): string {
  return `${kind} ${lastFour} ${bankName}`
}
