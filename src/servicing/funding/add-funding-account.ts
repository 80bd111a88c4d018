import { assert } from '#src/domain/assert.ts'
import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { checkRoutingNumber } from '#src/domain/regions/us.ts'
import { isAccountNumber } from '#src/domain/regions/us-bank-account.ts'
import { barsEverybody } from '#src/domain/rules/funding/funding-check.ts'
import { readObligor } from '#src/store/accounts/obligors.ts'
import type { Tx } from '#src/store/database.ts'
import {
  type BankNumbers,
  insertFundingAccount,
  numberHash,
} from '#src/store/payments/funding-accounts.ts'
import { countFunding, findByNumber, stoppedNumbers } from '#src/store/payments/own-funding.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { isMarked } from './is-marked.ts'
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

/** How many bank accounts somebody keeps at once on an account, and adds within a day. */
export const MOST_BANK_ACCOUNTS = 8
export const MOST_ADDED_A_DAY = 5

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

/**
 * Why a number that is new to the obligor is not taken. Holds the number until the transaction
 * ends: one that is being marked is not added beside it.
 */
export async function newNumberRefusal(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly owner: Owner; readonly numbers: Omit<BankNumbers, 'holderName'> },
): Promise<Refusal | null> {
  const { owner, numbers } = of
  if (await isMarked(tx, numberHash(ctx.vault, numbers))) return { code: 'bankNumberStopped' }
  const stops = await stoppedNumbers(tx, ctx.vault, numbers)
  if (stops.some((stop) => stop.obligorId === owner.obligorId || barsEverybody(stop.reason)))
    return { code: 'bankNumberStopped' }
  const since = new Date(Date.parse(ctx.clock.now()) - 24 * 3_600_000).toISOString()
  const count = await countFunding(tx, { ...owner, since })
  if (count.now >= MOST_BANK_ACCOUNTS) return { code: 'bankAccountsFull', most: MOST_BANK_ACCOUNTS }
  return count.added >= MOST_ADDED_A_DAY
    ? { code: 'bankAccountsToday', most: MOST_ADDED_A_DAY }
    : null
}
