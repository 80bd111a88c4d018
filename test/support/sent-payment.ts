// A payment whose debit is with the bank, written as the cutoff would have: its row, its entry in a
// file, the trace that returns name, and the event by which it counts.
import { sql } from 'kysely'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { type Cents, cents } from '#src/domain/money.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import { type AchEntryPurpose, insertEntry } from '#src/store/ach/ach-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { readFundingAccounts } from '#src/store/payments/funding-accounts.ts'
import type { Payment } from '#src/store/payments/payment-row.ts'
import { insertPayment } from '#src/store/payments/payments.ts'
import { newTestId } from './database.ts'

let numbers = 0

export type SentPayment = {
  readonly paymentId: string
  readonly entryId: string
  readonly fundingAccountId: string
  readonly trace: string
  readonly amount: Cents
  readonly eventId: string | null
}

/** `sentOn` is a banking day; the debit settles on the next. Not posted where `counts` says so. */
export async function sentPayment(
  ctx: ServicingContext,
  owner: Owner,
  of: { amount: number; sentOn: string; counts?: 'posted' | 'notYet'; fundingAccountId?: string },
): Promise<SentPayment> {
  const amount = cents(of.amount)
  const sentOn = date(of.sentOn)
  const { accountId } = owner
  const fundingAccountId = of.fundingAccountId ?? (await verifiedFunding(ctx, owner))
  const paymentId = newTestId()
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  await scheduled(ctx, owner, { paymentId, amount, sentOn, fundingAccountId, ...terms })
  const isPosted = of.counts !== 'notYet'
  const posted = isPosted
    ? await postPayment(ctx, {
        ...{ accountId, amount, effectiveDate: sentOn, ...terms, channel: 'ach', paymentId },
      })
    : null
  const eventId = posted?.eventId ?? null
  await ctx.db
    .updateTable('payment')
    .set({ state: 'sent', attempts: 1, posted_event_id: eventId })
    .where('id', '=', paymentId)
    .execute()
  const entry = await sentEntry(ctx, {
    ...{ accountId, fundingAccountId, paymentId, amount, sentOn },
    purpose: 'payment',
  })
  return { paymentId, fundingAccountId, amount, eventId, ...entry }
}

/** A payment that waits for its day. */
export async function scheduled(
  ctx: ServicingContext,
  owner: Owner,
  of: {
    paymentId: string
    amount: Cents
    sentOn: CivilDate
    fundingAccountId: string
  },
): Promise<void> {
  const { paymentId, amount, sentOn, fundingAccountId } = of
  const withdrawnDate = addBankingDays(sentOn, 1)
  const at = ctx.clock.now()
  const payment: Payment = {
    accountId: owner.accountId,
    id: paymentId,
    obligorId: owner.obligorId,
    fundingAccountId,
    confirmation: `KT-${paymentId.slice(-8)}`,
    amount,
    choice: 'other',
    quoteId: null,
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    effectiveDate: sentOn,
    withdrawnDate,
    clearedDate: addBankingDays(withdrawnDate, 5),
    sendOn: sentOn,
    returnableUntil: addDays(withdrawnDate, 60),
    state: 'scheduled',
    stateReason: null,
    postedEventId: null,
    attempts: 0,
    autopayId: null,
    byCard: false,
    fee: cents(0),
    feeCitation: null,
    authorizationText: 'Yes.',
    idempotencyKey: paymentId,
    createdAt: at,
    changedAt: at,
  }
  await ctx.db.transaction().execute((tx) => insertPayment(tx, payment))
}

/** An entry that is in a delivered file. */
export async function sentEntry(
  ctx: ServicingContext,
  of: {
    accountId: string
    fundingAccountId: string
    paymentId: string | null
    amount: Cents
    sentOn: CivilDate
    purpose: AchEntryPurpose
    direction?: 'debit' | 'credit'
  },
): Promise<{ entryId: string; trace: string }> {
  const { sentOn, purpose, direction = 'debit' } = of
  const entryId = newTestId()
  const entry = {
    ...{ accountId: of.accountId, fundingAccountId: of.fundingAccountId, paymentId: of.paymentId },
    ...{ id: entryId, purpose, direction, amount: of.amount, sendOn: sentOn, wanted: null },
    ...({ class: direction === 'debit' ? 'WEB' : 'PPD', attempt: 1 } as const),
    ...({
      recurrence: direction === 'debit' ? 'single' : null,
      createdAt: ctx.clock.now(),
    } as const),
    identification: entryId.slice(-12).toUpperCase(),
  }
  const receiver = { ...RECEIVER, account: '2000460406042' }
  return ctx.db.transaction().execute(async (tx) => {
    await insertEntry(tx, ctx.vault, { entry, receiver })
    return { entryId, trace: await putInFile(tx, ctx, { ...entry, sentOn }) }
  })
}

const RECEIVER = { routing: '076401251', kind: 'checking', name: 'ELENA MARSH' } as const

/** A waiting entry goes into a file of its own; answers with its trace. */
export async function putInFile(
  tx: Tx,
  ctx: ServicingContext,
  of: { accountId: string; id: string; sentOn: CivilDate },
): Promise<string> {
  numbers += 1
  const trace = `07300022${String(numbers).padStart(7, '0')}`
  const fileId = newTestId()
  const modifier = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[numbers % 26] ?? 'A'
  // A day of its own for each file: one day has 36 of them at most.
  await sql`insert into ach_file (id, sent_on, modifier, state, created_at, name, batches, entries,
      entry_hash, debits, credits)
    values (${fileId}, ${addDays(date('2020-01-01'), numbers)}, ${modifier}, 'delivered',
      ${ctx.clock.now()}, ${`FILE-${numbers}`}, 1, 1, 0, 1000, 0)`.execute(tx)
  await claimNumbers(tx, ctx.vault, [{ kind: 'trace', number: trace, accountId: of.accountId }])
  await tx
    .updateTable('ach_entry')
    .set({
      state: 'inFile',
      file_id: fileId,
      batch_number: 1,
      trace,
      effective: addBankingDays(of.sentOn, 1),
    })
    .where('account_id', '=', of.accountId)
    .where('id', '=', of.id)
    .execute()
  return trace
}

/** The obligor's first bank account, verified. */
export async function verifiedFunding(ctx: ServicingContext, owner: Owner): Promise<string> {
  const [first] = await readFundingAccounts(ctx.db, owner)
  if (!first) throw new Error('no bank account')
  await ctx.db
    .updateTable('funding_account')
    .set({ state: 'verified', state_reason: null, verified_at: ctx.clock.now() })
    .where('id', '=', first.id)
    .execute()
  return first.id
}
