import { recordStaff } from '#src/identity/staff/staff-log.ts'
import type { StaffPermit } from '#src/identity/staff/staff-policy.ts'
import type { Tx } from '#src/store/database.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { insertMark, lockNumber, markOfForm, markOn } from '#src/store/payments/fraud-marks.ts'
import { numberHash } from '#src/store/payments/funding-accounts.ts'
import { holdersOf } from '#src/store/payments/marked-accounts.ts'
import { stopMarkedAccount } from '../ach-returns/stop-marked-account.ts'
import type { DeskServicing } from '../desk-account/note-view.ts'
import { loadForUpdate } from '../load-account.ts'
import { holdingAll } from './holding-all.ts'

/** Typed, of the right form; or the one that a bank account has, which nobody reads. */
export type MarkedNumber =
  | { readonly is: 'typed'; readonly routingNumber: string; readonly accountNumber: string }
  | { readonly is: 'of'; readonly accountId: string; readonly fundingAccountId: string }

export type NewMark = {
  readonly permit: StaffPermit<'markNumber'>
  readonly number: MarkedNumber
  /** 1 to 1,000 characters, without the number. */
  readonly reason: string
  /** Of the form: sent twice, it marks once. */
  readonly formKey: string
}

/** `already`: a mark is in force on that number; the id is that one's. */
export type MarkAnswer =
  | { readonly is: 'done' | 'already'; readonly markId: string }
  | { readonly is: 'notFound' }

/**
 * Marks the number of a bank account for fraud, whether or not anybody has it; kept of it is its
 * keyed hash alone. Every bank account
 * with it is stopped, on whichever account and removed or not: autopay that uses it decides its
 * debits, what waits does not go, and owners are told, all in one transaction. Until the mark is
 * lifted nobody adds the number.
 */
export async function markNumber(ctx: DeskServicing, mark: NewMark): Promise<MarkAnswer> {
  const hash = await hashOf(ctx, mark.number)
  if (hash === null) return { is: 'notFound' }
  const find = async (tx: Tx) =>
    (await holdersOf(tx, ctx.vault, hash)).map(({ accountId }) => accountId)
  const lock = (tx: Tx) => lockNumber(tx, hash, 'mark')
  return holdingAll(ctx, { find, lock }, (tx) => save(ctx, tx, { ...mark, hash }))
}

async function hashOf(ctx: DeskServicing, number: MarkedNumber): Promise<Buffer | null> {
  if (number.is === 'typed') return numberHash(ctx.vault, number)
  const which = { accountId: number.accountId, id: number.fundingAccountId }
  const numbers = await openBankNumbers(ctx.db, ctx.vault, which)
  return numbers && numberHash(ctx.vault, numbers)
}

async function save(
  ctx: DeskServicing,
  tx: Tx,
  mark: NewMark & { readonly hash: Buffer },
): Promise<MarkAnswer> {
  const { permit, hash, reason, formKey } = mark
  const { staffId } = permit.session
  const sent = await markOfForm(tx, { formKey, setBy: staffId })
  if (sent !== null) return { is: 'done', markId: sent }
  const standing = await markOn(tx, hash)
  if (standing !== null) return { is: 'already', markId: standing }
  const [id, setAt] = [ctx.newId(), ctx.wallClock.now()]
  const isNew = await insertMark(tx, { id, hash, reason, setBy: staffId, setAt, formKey })
  if (!isNew) throw new Error('broken invariant: a number that is held is marked by one')
  const holders = await holdersOf(tx, ctx.vault, hash)
  const actor = { kind: 'staff', id: staffId } as const
  for (const { accountId, id: fundingAccountId } of holders) {
    // As it is now: an account may have the number twice.
    const loaded = await loadForUpdate(tx, accountId)
    await stopMarkedAccount(ctx, tx, { loaded, fundingAccountId, markId: id, actor })
  }
  await recordStaff(
    tx,
    { vault: ctx.vault, clock: ctx.wallClock },
    {
      ...{ staffId, action: 'staffMarkedNumber', visit: permit.visit },
      details: { mark: id, bankAccounts: String(holders.length) },
    },
  )
  return { is: 'done', markId: id }
}
