import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import type { Tx } from '#src/store/database.ts'
import { lockNumber, markLifted, readMark } from '#src/store/payments/fraud-marks.ts'
import { readKnownFunding } from '#src/store/payments/funding-changes.ts'
import { giveBack, type MetAccount, metAccounts } from '#src/store/payments/marked-accounts.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { tellObligor } from '../tell-obligor.ts'
import { holdingAll } from './holding-all.ts'

type Lift = {
  readonly permit: StaffPermit<'liftMark'>
  readonly markId: string
  /** 1 to 1,000 characters. */
  readonly reason: string
}

/**
 * Lifts a mark for good; the number can be marked again. Each bank account that it met stands as
 * before unless a bank has stopped it meanwhile, and its owner is told. No payment and no autopay
 * starts again by itself. False: no such mark in force.
 */
export async function liftMark(ctx: DeskServicing, lift: Lift): Promise<boolean> {
  const mark = await readMark(ctx.db, lift.markId)
  if (mark === null || mark.lifted !== null) return false
  const find = async (tx: Tx) =>
    (await metAccounts(tx, [mark.id])).map(({ accountId }) => accountId)
  const lock = (tx: Tx) => lockNumber(tx, mark.hash, 'mark')
  return holdingAll(ctx, { find, lock }, (tx) => save(ctx, tx, lift))
}

async function save(ctx: DeskServicing, tx: Tx, lift: Lift): Promise<boolean> {
  const { permit, markId, reason } = lift
  const { staffId } = permit.session
  const at = ctx.wallClock.now()
  if (!(await markLifted(tx, { id: markId, by: staffId, at, reason }))) return false
  const met = await metAccounts(tx, [markId])
  let freed = 0
  for (const each of met) freed += (await free(ctx, tx, { met: each, staffId })) ? 1 : 0
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      ...{ staffId, action: 'staffLiftedMark', visit: permit.visit },
      details: { mark: markId, bankAccounts: String(freed) },
    },
  )
  return true
}

async function free(
  ctx: DeskServicing,
  tx: Tx,
  { met, staffId }: { met: MetAccount; staffId: string },
): Promise<boolean> {
  const { accountId, fundingAccountId, markId } = met
  const which = { accountId, id: fundingAccountId }
  if (!(await giveBack(tx, { ...which, markId }))) return false
  const account = await lockAccount(tx, accountId)
  const funding = await readKnownFunding(tx, which)
  if (!account || !funding) throw new Error('broken invariant: an account that is held exists')
  await appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: ctx.clock.now(),
      requestId: ctx.requestId,
      actor: { kind: 'staff', id: staffId },
      action: 'bank account no longer stopped',
      details: { fundingAccountId, mark: markId },
    },
  })
  if (funding.isRemoved) return true
  const { obligorId, kind, lastFour, bankName } = funding
  await tellObligor(ctx, tx, {
    owner: { accountId, obligorId },
    template: 'bankAccountFreed',
    parameters: { kind, lastFour, bankName },
  })
  return true
}
