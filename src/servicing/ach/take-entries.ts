import { type NotSentReason, sourceProblem } from '#src/domain/account/sending.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import type { LockedAccount } from '#src/store/accounts/accounts.ts'
import { appendAudits, lockAccounts } from '#src/store/accounts/lock-accounts.ts'
import { gatheringFile } from '#src/store/ach/ach-files.ts'
import { type EntryInLine, markTaken, readEntriesInLine } from '#src/store/ach/taken-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { readPayment } from '#src/store/payments/payments.ts'
import { markRetries } from '#src/store/payments/payments-to-send.ts'
import { openMoneyTask } from '../ach-returns/money-task.ts'
import type { ServicingContext } from '../context.ts'
import { tellOfPayment } from '../payments/tell-of-payment.ts'
import { isWritable } from './entry-of-payment.ts'

type Decided = { readonly entry: EntryInLine; readonly reason: NotSentReason | null }

/**
 * Takes entries of some accounts that wait in line into the file of a cutoff, as `takePayments`
 * does. One whose bank account may not be debited any more leaves the line; a payment whose retry
 * that was is returned for good.
 */
export async function takeEntries(
  ctx: ServicingContext,
  of: { accountIds: readonly string[]; sentOn: CivilDate; modifier: string },
): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    const accounts = await lockAccounts(tx, of.accountIds)
    const asked = { accountIds: of.accountIds, through: of.sentOn }
    const entries = await readEntriesInLine(tx, ctx.vault, asked)
    const decided = entries.map((entry) => ({ entry, reason: reasonOf(ctx, entry) }))
    await save(ctx, tx, { ...of, accounts, decided })
  })
}

function reasonOf(ctx: ServicingContext, entry: EntryInLine): NotSentReason | null {
  return (
    problemOf(entry) ??
    (isWritable(ctx, { entry, receiver: entry.receiver }) ? null : 'bankDataUnusable')
  )
}

/** Money that goes back, and what takes back a mistake of ours, is owed whatever became of it. */
function problemOf({ purpose, source }: EntryInLine): NotSentReason | null {
  if (purpose === 'refund' || purpose === 'reversal') return null
  if (purpose === 'retry' || purpose === 'returnFee') return sourceProblem(source)
  // What verifies a bank account goes to one that is not verified yet.
  const isOver = source.state === 'failed' || source.state === 'stopped'
  return sourceProblem({ ...source, state: isOver ? 'stopped' : 'verified' })
}

async function save(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    accounts: readonly LockedAccount[]
    decided: readonly Decided[]
    sentOn: CivilDate
    modifier: string
  },
): Promise<void> {
  const { decided, sentOn, modifier } = of
  if (decided.length === 0) return
  const at = ctx.clock.now()
  const isAnyTaken = decided.some(({ reason }) => reason === null)
  const file = { id: ctx.newId(), sentOn, modifier, createdAt: at }
  const fileId = isAnyTaken ? await gatheringFile(tx, file) : null
  if (isAnyTaken && fileId === null) return
  const outcomes = decided.map(({ entry: { accountId, id }, reason }) => {
    return { accountId, id, state: reason === null ? 'inFile' : 'withdrawn' } as const
  })
  await markTaken(tx, { outcomes, fileId, at })
  await saveRetries(ctx, tx, decided)
  for (const { entry, reason } of decided)
    if (reason !== null && entry.purpose !== 'retry') await ask(ctx, tx, { entry, reason })
  await appendAudits(tx, ctx.vault, auditLines(ctx, of))
}

/** The payments whose next try these were; of one that cannot go its obligor is told. */
async function saveRetries(
  ctx: ServicingContext,
  tx: Tx,
  decided: readonly Decided[],
): Promise<void> {
  const outcomes = decided.flatMap(({ entry, reason }) => {
    const { accountId, paymentId, attempt } = entry
    return entry.purpose !== 'retry' || paymentId === null
      ? []
      : [{ accountId, id: paymentId, attempt, reason }]
  })
  await markRetries(tx, { outcomes, at: ctx.clock.now() })
  for (const { accountId, id, reason } of outcomes) {
    const payment = reason === null ? null : await readPayment(tx, { accountId, id })
    if (payment && reason !== null)
      await tellOfPayment(ctx, tx, { payment, template: 'paymentNotSent', reason })
  }
}

/** A person looks at what no obligor is told of: a refund or a check that did not go. */
function ask(
  ctx: ServicingContext,
  tx: Tx,
  { entry, reason }: { entry: EntryInLine; reason: NotSentReason },
): Promise<void> {
  const { accountId, id: about, purpose, amount } = entry
  const details = { purpose, amount, reason }
  return openMoneyTask(ctx, tx, { kind: 'entryNotSent', about, accountId, details })
}

function auditLines(
  ctx: ServicingContext,
  of: { accounts: readonly LockedAccount[]; decided: readonly Decided[] },
) {
  const byAccount = Map.groupBy(of.decided, ({ entry }) => entry.accountId)
  return of.accounts
    .map((account) => ({ account, decided: byAccount.get(account.accountId) ?? [] }))
    .filter(({ decided }) => decided.length > 0)
    .map(({ account, decided }) => ({
      account,
      entries: decided.map(({ entry, reason }) => ({
        at: ctx.clock.now(),
        requestId: ctx.requestId,
        actor: { kind: 'system', id: 'cutoff' } as const,
        action: reason === null ? 'bank entry sent' : 'bank entry not sent',
        details: {
          entryId: entry.id,
          purpose: entry.purpose,
          amount: entry.amount,
          ...(entry.paymentId !== null && { paymentId: entry.paymentId }),
          ...(reason !== null && { reason }),
        },
      })),
    }))
}
