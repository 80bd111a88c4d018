import { accepted, type Outcome, type Refusal, refused } from '#src/domain/refusal.ts'
import { depositText, MOST_TRIES } from '#src/domain/rules/funding/funding-check.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { type FundingAccount, readFundingAccount } from '#src/store/payments/funding-accounts.ts'
import {
  countTry,
  endCheck,
  type FundingCheck,
  openDeposits,
  readLastCheck,
} from '#src/store/payments/funding-checks.ts'
import { moveFunding } from '#src/store/payments/own-funding.ts'
import { equal } from '#src/vault/vault.ts'
import { businessDay } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import { noteFunding } from './note-funding.ts'

export type TypedDeposits = {
  readonly fundingAccountId: string
  /** Both amounts in cents, in either order. */
  readonly amounts: readonly [number, number]
  /** Of the form: sent twice, it counts once. */
  readonly key: string
}

type Trying = {
  readonly account: LockedAccount
  readonly owner: Owner
  readonly funding: FundingAccount
  readonly check: FundingCheck
}

/**
 * The amounts of the two deposits, as the owner of the bank account reads them there. Each try is
 * counted before it is judged; the third wrong one ends the check. Refuses before they can be
 * there. Typed right again, it answers the same.
 */
export async function typeDeposits(
  ctx: ServicingContext,
  owner: Owner,
  typed: TypedDeposits,
): Promise<Outcome<{ fundingAccountId: string }>> {
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const { accountId } = owner
    const { fundingAccountId, key } = typed
    const funding = await readFundingAccount(tx, { ...owner, id: fundingAccountId })
    if (!funding || funding.removedAt !== null) return refused({ code: 'fundingAccountNotFound' })
    const check = await readLastCheck(tx, { accountId, fundingAccountId })
    if (check?.method !== 'microDeposits') return refused({ code: 'depositsOver' })
    if (check.lastTryKey === key) return answerAgain(check, fundingAccountId)
    if (check.state === 'passed') return accepted({ fundingAccountId })
    if (check.state !== 'open') return refused({ code: 'depositsOver' })
    if ((await businessDay(tx)) < check.settlesOn)
      return refused({ code: 'depositsNotThere', by: check.settlesOn })
    return judge(ctx, tx, { trying: { account, owner, funding, check }, typed })
  })
}

/** What the same form was answered before. */
function answerAgain(check: FundingCheck, id: string): Outcome<{ fundingAccountId: string }> {
  if (check.state === 'passed') return accepted({ fundingAccountId: id })
  return refused(wrong(check.tries))
}

function wrong(tries: number): Refusal {
  const left = MOST_TRIES - tries
  return left > 0 ? { code: 'depositsWrong', left } : { code: 'depositsSpent' }
}

async function judge(
  ctx: ServicingContext,
  tx: Tx,
  of: { readonly trying: Trying; readonly typed: TypedDeposits },
): Promise<Outcome<{ fundingAccountId: string }>> {
  const { check, funding, account, owner } = of.trying
  const { amounts, key } = of.typed
  const at = ctx.clock.now()
  const tries = await countTry(tx, check, { key, most: MOST_TRIES, at })
  const drawn = await openDeposits(tx, ctx.vault, check)
  if (tries === null || drawn === null) return refused({ code: 'depositsOver' })
  const isRight = equal(Buffer.from(depositText(amounts)), Buffer.from(depositText(drawn)))
  const isOver = isRight || tries >= MOST_TRIES
  const reason = isRight ? null : 'wrongAmounts'
  if (isOver) {
    const state = isRight ? 'passed' : 'failed'
    await endCheck(tx, check, { from: 'open', state, reason, at })
    await moveFunding(
      tx,
      { accountId: check.accountId, id: funding.id },
      {
        from: ['checking'],
        to: isRight ? 'verified' : 'failed',
        reason,
        ...(isRight && { verifiedAt: at }),
      },
    )
  }
  const template = isRight ? 'bankAccountReady' : isOver ? 'bankAccountFailed' : null
  const action = isRight ? 'bank account verified' : 'deposit amounts wrong'
  const details = { tries, ...(reason && isOver && { reason }) }
  await noteFunding(ctx, tx, { account, owner, funding, template, action, details })
  return isRight ? accepted({ fundingAccountId: funding.id }) : refused(wrong(tries))
}
