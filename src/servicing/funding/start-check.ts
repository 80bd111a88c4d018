// Puts the entries that verify a bank account in line for the next file.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { BANK_ACCOUNT_CHECKS, type BankAccountCheck } from '#src/domain/regions/us-bank-account.ts'
import {
  checkSettles,
  DEPOSIT_PAIRS,
  depositPair,
  firstUseOn,
} from '#src/domain/rules/funding/funding-check.ts'
import { insertEntry, type WaitingEntry } from '#src/store/ach/ach-entries.ts'
import type { Tx } from '#src/store/database.ts'
import { openBankNumbers } from '#src/store/payments/bank-numbers.ts'
import { insertFundingCheck } from '#src/store/payments/funding-checks.ts'
import { completeHash, moveFunding } from '#src/store/payments/own-funding.ts'
import { randomBytes } from '#src/vault/vault.ts'
import { businessDay, payableDates } from '../business-day.ts'
import type { Owner, ServicingContext } from '../context.ts'
import { datesOf } from '../payments/check-choice.ts'

export type StartedCheck = {
  readonly id: string
  readonly method: BankAccountCheck
  readonly sendOn: CivilDate
  readonly settlesOn: CivilDate
}

/**
 * Begins to verify a bank account that nothing verifies now, by the way of the lender's file; its
 * account is locked. The prenote is a debit of nothing, as the debits will be; deposits are two
 * credits of 1 to 99 cents that differ (ACCTVERIFY).
 */
export async function startCheck(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly owner: Owner
    readonly account: { readonly id: string; readonly kind: 'checking' | 'savings' }
  },
): Promise<StartedCheck> {
  const { owner, account } = of
  const { accountId } = owner
  const fundingAccountId = account.id
  const startedOn = await businessDay(tx)
  const { method, sendOn, settlesOn } = newCheckDates(ctx, startedOn)
  await completeHash(tx, ctx.vault, { ...owner, id: fundingAccountId })
  const amounts =
    method === 'microDeposits' ? depositPair(randomBytes(4).readUInt32BE() % DEPOSIT_PAIRS) : null
  const entryIds: string[] = []
  for (const amount of amounts ?? [0])
    entryIds.push(await lineUp(ctx, tx, { accountId, account, method, amount, sendOn }))
  const id = ctx.newId()
  const at = ctx.clock.now()
  const check = { accountId, id, fundingAccountId, method, startedOn, sendOn, settlesOn, entryIds }
  await insertFundingCheck(tx, ctx.vault, { check, amounts, at })
  const moved = await moveFunding(
    tx,
    { accountId, id: fundingAccountId },
    { from: ['unverified', 'failed'], to: 'checking', reason: null },
  )
  assert(moved, 'a bank account that nothing verifies begins to be')
  return { id, method, sendOn, settlesOn }
}

/** The way and the days of a check that would begin now. */
export function newCheckDates(ctx: ServicingContext, today: CivilDate) {
  const method = checkMethod(ctx)
  const sendOn = firstSendDay(ctx, today)
  const settlesOn = checkSettles({ method, creditDays: ctx.lender.bank.creditDays }, sendOn)
  return { method, sendOn, settlesOn, firstUse: firstUseOn({ method, settlesOn }) }
}

/** The way of the lender's file, which the region has to know. */
function checkMethod({ lender }: Pick<ServicingContext, 'lender'>): BankAccountCheck {
  const known = BANK_ACCOUNT_CHECKS.find((method) => method === lender.bankAccountCheck)
  assert(known, `the region knows the check ${lender.bankAccountCheck}`)
  return known
}

/** The banking day whose file can still take an entry that is put in line now. */
function firstSendDay(ctx: ServicingContext, today: CivilDate): CivilDate {
  const { first } = payableDates(ctx, today)
  return datesOf(ctx, first, first).sent
}

async function lineUp(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    accountId: string
    account: { id: string; kind: 'checking' | 'savings' }
    method: BankAccountCheck
    amount: number
    sendOn: CivilDate
  },
): Promise<string> {
  const { accountId, account, method, sendOn } = of
  const numbers = await openBankNumbers(tx, ctx.vault, { accountId, id: account.id })
  assert(numbers, 'the bank account to verify is there')
  const { routingNumber, accountNumber, holderName } = numbers
  const id = ctx.newId()
  const prenote = { purpose: 'prenote', direction: 'debit', class: 'WEB' } as const
  const deposit = { purpose: 'accountCheck', direction: 'credit', class: 'PPD' } as const
  const entry: WaitingEntry = {
    ...{ accountId, id, fundingAccountId: account.id, paymentId: null, attempt: 1 },
    ...{ sendOn, wanted: null },
    ...(method === 'prenote' ? prenote : deposit),
    recurrence: method === 'prenote' ? 'single' : null,
    amount: cents(of.amount),
    identification: id.replaceAll('-', '').slice(-15).toUpperCase(),
    createdAt: ctx.clock.now(),
  }
  const { kind } = account
  const receiver = { routing: routingNumber, account: accountNumber, kind, name: holderName }
  await insertEntry(tx, ctx.vault, { entry, receiver })
  return id
}
