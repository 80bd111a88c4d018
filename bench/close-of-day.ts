// The close of a day on which 3 % of the book have a late charge coming and nothing happens to the
// rest. The limit is one statement that writes the same rows into the same tables with the same
// indexes.
import { assert } from '#src/domain/assert.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { closeDay } from '#src/servicing/closing/close-day.ts'
import { asSuperuser } from './support/bench-server.ts'
import { boardAll, contractAtEndOfGrace, currentContract } from './support/contracts.ts'
import { copyRows, keepRows } from './support/copied-rows.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { atMost, median, type Result, resultOf } from './support/result.ts'
import { type Book, inCopy, prepareTemplate, type World } from './support/world.ts'

const SIZES = {
  full: { accounts: 100_000, times: 10 },
  quick: { accounts: 1_000, times: 5 },
} as const
const TOUCHED_SHARE = 0.03
const REPETITIONS = 3
// A pass of the small book takes a second, and so the machine's other business can be most of one.
const SMALL_PASSES = 3

export async function closeOfDay(world: World): Promise<Result[]> {
  const { accounts, times } = SIZES[world.scale]
  const small = await bookOf(world, accounts)
  const large = await bookOf(world, accounts * times)
  const closeSmall = () => inCopy(world, small.template, (book) => close(book, small.touched))
  // A worker has closed days before: its code is compiled.
  await closeSmall()
  const few: Measured[] = []
  // All three in turns: what else the machine does meanwhile meets each of them.
  const runs = await interleaved(
    async () => {
      for (let pass = 1; pass <= SMALL_PASSES; pass += 1) few.push(await closeSmall())
      return inCopy(world, large.template, (book) => closeAndKeep(world, book, large.touched))
    },
    () => inCopy(world, large.template, (book) => writeAtOnce(world, book, large.touched)),
    REPETITIONS,
  )
  const cost = ({ perSecond }: Measured) => 1000 / perSecond
  return [
    resultOf({
      job: 'close of day',
      unit: 'touched accounts per second',
      ours: runs.ours.map(({ perSecond }) => perSecond),
      limit: {
        what: 'one INSERT ... SELECT of the same rows into the same tables',
        values: runs.limit.map(({ perSecond }) => perSecond),
      },
      ...ofOurProcess(runs.ours),
      scale: `${accounts * times} accounts, ${large.touched} of them touched, each with 25 events`,
      goal: { is: 'atLeast', ratio: 0.35 },
      checks: [
        atMost(
          `cost of a touched account among ${accounts * times} over that among ${accounts}`,
          median(runs.ours.map(cost)) / median(few.map(cost)),
          1.15,
        ),
      ],
      notes: { 'ms per touched account': median(runs.ours.map(cost)).toFixed(2) },
    }),
  ]
}

/** A book with `accounts` in all; those that the close does not touch are copies of one. */
async function bookOf(
  world: World,
  accounts: number,
): Promise<{ template: string; touched: number }> {
  const touched = Math.round(accounts * TOUCHED_SHARE)
  const { template } = await prepareTemplate(world, async ({ ctx, database }) => {
    const today = await businessDay(ctx.db)
    const due = Array.from({ length: touched }, (_, index) => contractAtEndOfGrace(index, today))
    await boardAll(ctx, due)
    const [pattern] = await boardAll(ctx, [currentContract(touched, today)])
    assert(pattern, 'one account to copy')
    const copies = accounts - touched - 1
    await asSuperuser(database.urls, async (client) => {
      await client.query(COPIES, [pattern.accountId, copies, today])
      // What the calendar tells customers is another step, and no part of this figure.
      await client.query('update account set notice_on = null')
    })
  })
  return { template, touched }
}

// Copies are never read: a boarding event each is enough to give the tables and indexes their size.
const COPIES = `
  with copy as (select uuidv7() as id, n from generate_series(1, $2::integer) n),
  accounts as (
    insert into account
    select (jsonb_populate_record(a, jsonb_build_object('account_id', copy.id,
      'account_number', 'copy ' || n, 'review_on', $3::date + 1 + n % 30))).*
    from account a, copy where a.account_id = $1)
  insert into account_event
  select (jsonb_populate_record(e, jsonb_build_object('account_id', copy.id, 'id', uuidv7()))).*
  from account_event e, copy where e.account_id = $1 and e.seq = 1`

async function closeAndKeep(world: World, book: Book, touched: number): Promise<Measured> {
  const timed = await close(book, touched)
  await keepRows(world.server, book.database, WRITTEN)
  return timed
}

function close({ ctx }: Book, touched: number): Promise<Measured> {
  return measured(touched, () => closeOnce(ctx, touched))
}

async function closeOnce(ctx: BankContext, touched: number): Promise<void> {
  await closeDay(ctx, await businessDay(ctx.db))
  const { count } = await ctx.db
    .selectFrom('close_step')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow()
  assert(Number(count) === touched, `${touched} accounts are touched, not ${count}`)
}

const CHARGED = "select id from account_event where kind = 'lateCharge'"

/** What a close adds or changes. */
const WRITTEN = [
  { table: 'account_event', where: "kind = 'lateCharge'" },
  { table: 'posting', where: `event_id in (${CHARGED})` },
  { table: 'close_step' },
  { table: 'account', where: 'account_id in (select account_id from close_step)' },
]

const AT_ONCE = `
  with events as (insert into account_event select * from kept_account_event),
  postings as (insert into posting select * from kept_posting),
  steps as (insert into close_step select * from kept_close_step)
  update account set event_count = k.event_count, event_seal = k.event_seal, status = k.status,
    last_effective_date = k.last_effective_date, review_on = k.review_on
  from kept_account k where k.account_id = account.account_id`

async function writeAtOnce(world: World, book: Book, touched: number): Promise<Measured> {
  return asSuperuser(book.database.urls, async (client) => {
    for (const { table } of WRITTEN) {
      await client.query(`create temp table kept_${table} (like ${table})`)
      await copyRows(client, world.server, { from: table, into: `kept_${table}` })
    }
    return measured(touched, async () => {
      const { rowCount } = await client.query(AT_ONCE)
      assert(rowCount === touched, 'the limit touches the same accounts')
    })
  })
}
