import { addDays, type CivilDate } from '#src/domain/calendar.ts'
import { type CheckStep, checkStep, failureOf } from '#src/domain/rules/funding/funding-check.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import {
  checksToSettle,
  fundingOfCheck,
  readCheckEntries,
} from '#src/store/payments/checks-to-settle.ts'
import {
  endCheck,
  type FundingCheck,
  markTold,
  moveSettlement,
  readLastCheck,
} from '#src/store/payments/funding-checks.ts'
import { moveFunding } from '#src/store/payments/own-funding.ts'
import type { ServicingContext } from '../context.ts'
import { type FundingNote, noteFunding } from './note-funding.ts'

// Returns of a prenote or a deposit come within two banking days of its settlement; a late one is
// still heard of.
const RETURNED_WITHIN_DAYS = 14
const CHECKS_A_PAGE = 200

export type SettledChecks = {
  readonly bankAccountsVerified: number
  readonly bankAccountsFailed: number
}

/**
 * Brings checks of bank accounts to their end: a prenote that nobody returned verifies, a return
 * fails it, deposits that nobody typed expire, and their owner is told once that they should be
 * there. `today` is the business day that is open, or is about to open: what may be debited from
 * that day on is verified before its cutoff. Each check has a transaction of its own; run again it
 * does only what is still to be done.
 */
export async function settleFundingChecks(
  ctx: ServicingContext,
  today: CivilDate,
): Promise<SettledChecks> {
  const count = { passed: 0, failed: 0, tell: 0, waits: 0 }
  const passedSince = addDays(today, -RETURNED_WITHIN_DAYS)
  let page: FundingCheck[] = []
  do {
    const after = page.at(-1) ?? null
    page = await checksToSettle(ctx.db, { passedSince, after, limit: CHECKS_A_PAGE })
    for (const check of page) {
      count[await settleOne(ctx, check, today)] += 1
    }
  } while (page.length === CHECKS_A_PAGE)
  return { bankAccountsVerified: count.passed, bankAccountsFailed: count.failed }
}

/** What it came to, by what is true under the account's lock. */
function settleOne(
  ctx: ServicingContext,
  found: FundingCheck,
  today: CivilDate,
): Promise<CheckStep['kind']> {
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, found.accountId)
    const check = await readLastCheck(tx, found)
    if (!account || check?.id !== found.id) return 'waits'
    const entries = await readCheckEntries(tx, check)
    if (check.state === 'passed') {
      const reason = failureOf(entries)
      return reason === null ? 'waits' : failed(ctx, tx, { account, check, reason })
    }
    if (check.state !== 'open') return 'waits'
    const told = check.toldAt === null ? 'no' : 'yes'
    const step = checkStep(
      { ...check, told, creditDays: ctx.lender.bank.creditDays },
      { entries, today },
    )
    return take(ctx, tx, { account, check, step })
  })
}

type Settling = { readonly account: LockedAccount; readonly check: FundingCheck }

async function take(
  ctx: ServicingContext,
  tx: Tx,
  of: Settling & { readonly step: CheckStep },
): Promise<CheckStep['kind']> {
  const { check, step } = of
  switch (step.kind) {
    case 'failed':
      return failed(ctx, tx, { ...of, reason: step.reason })
    case 'passed':
      return passed(ctx, tx, of)
    case 'tell':
      if (await markTold(tx, check, ctx.clock.now()))
        await note(ctx, tx, of, {
          template: 'bankDepositsThere',
          action: 'deposits should be there',
        })
      return 'tell'
    case 'waits':
      if (step.settlesOn !== check.settlesOn) await moveSettlement(tx, check, step.settlesOn)
      return 'waits'
  }
}

async function passed(ctx: ServicingContext, tx: Tx, of: Settling): Promise<'passed'> {
  const { check } = of
  const at = ctx.clock.now()
  await endCheck(tx, check, { from: 'open', state: 'passed', reason: null, at })
  const which = { accountId: check.accountId, id: check.fundingAccountId }
  const moved = await moveFunding(tx, which, {
    from: ['checking'],
    to: 'verified',
    reason: null,
    verifiedAt: at,
  })
  // The bank or its owner stopped it meanwhile.
  const template = moved ? 'bankAccountReady' : null
  await note(ctx, tx, of, { template, action: 'bank account verified' })
  return 'passed'
}

async function failed(
  ctx: ServicingContext,
  tx: Tx,
  of: Settling & { readonly reason: string },
): Promise<'failed'> {
  const { check, reason } = of
  const from = check.state === 'passed' ? 'passed' : 'open'
  await endCheck(tx, check, { from, state: 'failed', reason, at: ctx.clock.now() })
  const which = { accountId: check.accountId, id: check.fundingAccountId }
  const moved = await moveFunding(tx, which, {
    from: ['checking', 'verified'],
    to: 'failed',
    reason,
  })
  // Who read the return out of the bank's file has told of it already.
  if (moved)
    await note(ctx, tx, of, {
      template: 'bankAccountFailed',
      action: 'bank account not verified',
      details: { reason },
    })
  return 'failed'
}

async function note(
  ctx: ServicingContext,
  tx: Tx,
  of: Settling,
  said: Pick<FundingNote, 'template' | 'action' | 'details'>,
): Promise<void> {
  const { account, check } = of
  const { funding, obligorId } = await fundingOfCheck(tx, check)
  const owner = { accountId: check.accountId, obligorId }
  await noteFunding(ctx, tx, { account, owner, funding, check, by: 'system', ...said })
}
