// The cutoff of a day: each payment looked at once more and put into the file, the file numbered,
// written and delivered into a folder. The limit is one statement that writes the same rows into
// the same tables with the same indexes.
import { assert } from '#src/domain/assert.ts'
import type { CivilDate } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import { bankDates } from '#src/domain/rules/payment-dates.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { cutoffThrough } from '#src/servicing/ach/cutoff-through.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { Owner } from '#src/servicing/context.ts'
import { calendarOn, cutoffOn } from '#src/servicing/lender-rules.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { insertPayment } from '#src/store/payments/payments.ts'
import { asSuperuser } from './support/bench-server.ts'
import { boardAll, currentContract } from './support/contracts.ts'
import { copyRows, givenColumns, keepRows } from './support/copied-rows.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { atMost, median, type Result, resultOf } from './support/result.ts'
import { type Book, inCopy, prepareTemplate, type World } from './support/world.ts'

const SIZES = {
  full: { payments: 2_000, times: 10 },
  quick: { payments: 300, times: 4 },
} as const

export async function cutoff(world: World): Promise<Result[]> {
  const { payments, times } = SIZES[world.scale]
  const small = await bookOf(world, payments)
  const large = await bookOf(world, payments * times)
  const runs = await interleaved(
    () => inCopy(world, small.template, (book) => sendAndKeep(world, book, payments)),
    () => inCopy(world, small.template, (book) => writeAtOnce(world, book, payments)),
  )
  const long = await inCopy(world, large.template, (book) => send(book, payments * times))
  const own = ofOurProcess(runs.ours)
  const usual = median(runs.ours.map(({ perSecond }) => perSecond))
  return [
    resultOf({
      job: 'cutoff',
      unit: 'payments put into a file and delivered per second',
      ours: runs.ours.map(({ perSecond }) => perSecond),
      limit: {
        what: 'one INSERT ... SELECT of the same rows into the same tables',
        values: runs.limit.map(({ perSecond }) => perSecond),
      },
      ...own,
      scale: `${payments} payments, one on each account of 25 events`,
      goal: { is: 'atLeast', ratio: 0.1 },
      checks: [
        atMost(
          `cost of a payment among ${payments * times} over that among ${payments}`,
          usual / long.perSecond,
          1.25,
        ),
      ],
      notes: {
        'ms per payment': (1000 / usual).toFixed(2),
        'memory at most, large file': `${long.peakMemoryMb.toFixed(0)} MB`,
      },
    }),
  ]
}

async function bookOf(world: World, payments: number): Promise<{ template: string }> {
  return prepareTemplate(world, async ({ ctx }) => {
    const today = await businessDay(ctx.db)
    const contracts = Array.from({ length: payments }, (_, at) => currentContract(at, today))
    const on = addBankingDays(today, 1)
    for (const owner of await boardAll(ctx, contracts)) await setPayment(ctx, owner, on)
  })
}

/** Rows as the portal writes them, without its checks. */
async function setPayment(ctx: BankContext, owner: Owner, on: CivilDate): Promise<void> {
  const { accountId, obligorId } = owner
  const [fundingId, id, at] = [ctx.newId(), ctx.newId(), ctx.clock.now()]
  const dates = bankDates(on, { today: on, calendar: calendarOn(ctx.lender, on) })
  const { sent: sendOn, withdrawn: withdrawnDate, cleared: clearedDate, returnableUntil } = dates
  const bankName = 'Example Credit Union'
  const account = { accountId, id: fundingId, obligorId, kind: 'checking', bankName } as const
  const numbers = { routingNumber: '076401251', accountNumber: '200046046042' }
  await ctx.db.transaction().execute(async (tx) => {
    await insertFundingAccount(tx, ctx.vault, {
      account: { ...account, ...VERIFIED, lastFour: '6042', verifiedAt: at, addedAt: at },
      numbers: { ...numbers, holderName: 'Robin Sample' },
      idempotencyKey: fundingId,
    })
    await insertPayment(tx, {
      ...{ accountId, id, obligorId, fundingAccountId: fundingId, amount: cents(10_000) },
      ...{ confirmation: `KT${id.slice(-10).toUpperCase()}`, choice: 'other' as const },
      ...{ extra: 'principal' as const, extraAmount: null, toCharges: cents(0), quoteId: null },
      ...{
        fee: cents(0),
        feeCitation: null,
        autopayId: null,
        byCard: false,
        effectiveDate: on,
        sendOn,
        withdrawnDate,
        clearedDate,
      },
      ...{ returnableUntil, state: 'scheduled' as const, stateReason: null, postedEventId: null },
      ...{ attempts: 0, authorizationText: 'Yes.', idempotencyKey: id },
      ...{ createdAt: at, changedAt: at },
    })
  })
}

const VERIFIED = { state: 'verified', stateReason: null } as const

async function sendAndKeep(world: World, book: Book, payments: number): Promise<Measured> {
  const timed = await send(book, payments)
  await keepRows(world.server, book.database, WRITTEN)
  return timed
}

async function send({ ctx }: Book, payments: number): Promise<Measured> {
  const on = addBankingDays(await businessDay(ctx.db), 1)
  const now = cutoffOn(ctx.lender, on)
  const timed = await measured(payments, () =>
    cutoffThrough({ ...ctx, clock: { now: () => now } }, now),
  )
  const file = await ctx.db.selectFrom('ach_file').selectAll().executeTakeFirstOrThrow()
  assert(file.state === 'delivered' && file.entries === payments, 'one file has them all')
  return timed
}

/** What a cutoff adds or changes. */
const WRITTEN = [
  { table: 'ach_file' },
  { table: 'ach_batch' },
  { table: 'ach_entry' },
  { table: 'directory', where: "kind = 'trace'" },
  { table: 'account_audit', where: "action = 'payment sent'" },
  { table: 'payment' },
  { table: 'account', where: 'account_id in (select account_id from payment)' },
]

const atOnce = (entryColumns: string) => `
  with files as (insert into ach_file select * from kept_ach_file),
  batches as (insert into ach_batch select * from kept_ach_batch),
  entries as (
    insert into ach_entry (${entryColumns}) select ${entryColumns} from kept_ach_entry),
  traces as (insert into directory select * from kept_directory),
  lines as (insert into account_audit select * from kept_account_audit),
  heads as (
    update account set audit_count = k.audit_count, audit_seal = k.audit_seal
    from kept_account k where k.account_id = account.account_id)
  update payment set state = k.state, attempts = k.attempts, changed_at = k.changed_at
  from kept_payment k where k.account_id = payment.account_id and k.id = payment.id`

async function writeAtOnce(world: World, book: Book, payments: number): Promise<Measured> {
  return asSuperuser(book.database.urls, async (client) => {
    for (const { table } of WRITTEN) {
      await client.query(`create temp table kept_${table} (like ${table})`)
      await copyRows(client, world.server, { from: table, into: `kept_${table}` })
    }
    const statement = atOnce(await givenColumns(client, 'ach_entry'))
    return measured(payments, async () => {
      const { rowCount } = await client.query(statement)
      assert(rowCount === payments, 'the limit sends the same payments')
    })
  })
}
