// A book of borrowers walked day by day on a moved clock, by the product's own verbs.
import { randomUUIDv7 } from 'node:crypto'
import { readConfig } from '#src/config.ts'
import { addDays, addMonths, type CivilDate, momentInZone } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { boardRecords } from '#src/servicing/boarding/board-records.ts'
import { openFirstBusinessDay } from '#src/servicing/business-day.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { addTally, type DayTally } from '#src/servicing/closing/day-tally.ts'
import type { Owner } from '#src/servicing/context.ts'
import { findAccountsByNumbers } from '#src/store/accounts/directory.ts'
import { obligorsOf } from '#src/store/accounts/notice-days.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { type MigratedDatabase, testDatabase } from '../database.ts'
import { type Borrower, borrower, type Deed, deedsOf } from './borrowers.ts'
import { act } from './deeds.ts'
import { type SimulatedBank, simulatedBank } from './simulated-bank.ts'

export type Simulated = {
  readonly database: MigratedDatabase
  readonly ctx: BankContext
  readonly bank: SimulatedBank
  readonly today: CivilDate
  readonly tally: DayTally
  readonly people: readonly Person[]
  /** What was refused, by its code, and how often. */
  readonly refused: ReadonlyMap<string, number>
}

export type Person = Borrower & { readonly owner: Owner; readonly fundingAccountId: string }

const FIRST = '2026-12-01' as CivilDate

/** Close the database in the end. */
export async function simulate(of: { accounts: number; months: number }): Promise<Simulated> {
  const database = await testDatabase()
  const bank = simulatedBank()
  const clock = { instant: '2026-12-01T14:00:00.000Z', now: () => clock.instant }
  const { lender } = readConfig({})
  const { db, vault, queue } = database
  const own = { clock, newId: () => randomUUIDv7(), lender, requestId: 'year', bank }
  const ctx: BankContext = { db, vault, queue, ...own }
  await openFirstBusinessDay(ctx)
  const all = Array.from({ length: of.accounts }, (_, index) => borrower(index, addDays(FIRST, 1)))
  const people = await boardAll(ctx, all, FIRST)
  const last = addMonths(FIRST, of.months)
  const deeds = Map.groupBy(
    people.flatMap((who) => deedsOf(who, of.months).map((deed) => ({ who, deed }))),
    ({ deed }) => deed.on,
  )
  const refused = new Map<string, number>()
  const failed: unknown[] = []
  let tally: DayTally = {}
  let open = FIRST
  const mover = {
    advanceTo: (instant: string) => {
      if (instant > clock.instant) clock.instant = instant
    },
    answer: bank.answer,
  }
  while (open < last) {
    mover.advanceTo(momentInZone(open, { time: '10:00', zone: lender.timeZone }))
    for (const each of deeds.get(open) ?? []) await actAndCount(ctx, { ...each, bank, refused })
    const tell = (closed: { tally: DayTally; failed: readonly unknown[] }) => {
      tally = addTally(tally, closed.tally)
      failed.push(...closed.failed)
    }
    open = await closeThrough(ctx, { through: open, mover, tell })
  }
  if (failed.length > 0) throw new AggregateError(failed, failed.join('; '))
  return { database, ctx, bank, today: open, tally, people, refused }
}

async function actAndCount(
  ctx: BankContext,
  by: { who: Person; deed: Deed; bank: SimulatedBank; refused: Map<string, number> },
): Promise<void> {
  const refusal = await act(ctx, by)
  if (refusal === null) return
  const key = `${by.who.way} ${refusal}`
  by.refused.set(key, (by.refused.get(key) ?? 0) + 1)
}

const BATCH = 200

/** Boards them on `today`, each with a bank account that is verified. */
export async function boardAll(
  ctx: BankContext,
  borrowers: readonly Borrower[],
  today: CivilDate,
): Promise<Person[]> {
  const people: Person[] = []
  for (let at = 0; at < borrowers.length; at += BATCH) {
    const batch = borrowers.slice(at, at + BATCH)
    const records = batch.map(({ record }, index) => ({ line: index + 1, record }))
    for (const { outcome, problems } of await boardRecords(ctx, records, today))
      if (outcome.kind !== 'boarded') throw new Error(JSON.stringify(problems))
    people.push(...(await withBankAccounts(ctx, batch)))
  }
  return people
}

async function withBankAccounts(ctx: BankContext, batch: readonly Borrower[]): Promise<Person[]> {
  const numbers = batch.map(({ record }) => record.accountNumber)
  const found = await findAccountsByNumbers(ctx.db, ctx.vault, { kind: 'account', numbers })
  const obligors = await obligorsOf(ctx.db, [...found.values()])
  const people: Person[] = []
  for (const each of batch) {
    const accountId = found.get(each.record.accountNumber) ?? ''
    const obligorId = obligors.get(accountId)?.[0] ?? ''
    const id = ctx.newId()
    const lastFour = each.bankAccount.slice(-4)
    const addedAt = ctx.clock.now()
    const owner = { accountId, obligorId, loginId: ctx.newId() }
    const verified = { state: 'verified', stateReason: null, verifiedAt: addedAt } as const
    const account = { accountId, obligorId, id, kind: 'checking', lastFour, addedAt } as const
    const numbersOf = { routingNumber: '076401251', accountNumber: each.bankAccount }
    await ctx.db.transaction().execute((tx) =>
      insertFundingAccount(tx, ctx.vault, {
        account: { ...account, ...verified, bankName: 'Example Credit Union' },
        numbers: { ...numbersOf, holderName: `Robin Sample${each.index}` },
        idempotencyKey: id,
      }),
    )
    people.push({ ...each, owner, fundingAccountId: id })
  }
  return people
}

/** In cents, as dollars: for figures. */
export function dollars(amount: number): string {
  return (cents(amount) / 100).toFixed(2)
}
