// What a superuser changes behind our back is named; the application's role cannot do any of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'

const ELENA = '1048264417'
let book: PlantedBook
let superuser: pg.Client

before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({
    today,
    now: '2026-11-24T16:48:00.000Z',
    numbers: [ELENA, '1048264425'],
  })
  superuser = new pg.Client({ connectionString: book.database.superuserUrl })
  await superuser.connect()
  await superuser.query('set session_replication_role = replica')
  const { accountId } = await book.ownerOf(ELENA)
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  // A back-dated payment, so that reversals and replacements are among the postings.
  await postPayment(book.ctx, {
    accountId,
    amount: cents(7_777),
    effectiveDate: date('2026-09-20'),
    ...terms,
    channel: 'mail',
    paymentId: null,
  })
})
after(async () => {
  await superuser.end()
  await book.close()
})

const WITH_ALL = `select count(*)::int as n from account_event`

/** Does something in a transaction that is rolled back, and proves the book as it then stands. */
async function problemsAfter(statement: string) {
  await superuser.query('begin')
  try {
    const { rowCount } = await superuser.query(statement)
    assert.ok((rowCount ?? 0) > 0, 'the statement changes something')
    await superuser.query('commit')
    return (await verifyLedger(book.ctx)).problems
  } catch (error) {
    await superuser.query('rollback')
    throw error
  }
}

/** A copy of the tables, to put back after each attempt. */
async function restored(work: () => Promise<void>): Promise<void> {
  await superuser.query('create table kept_event as table account_event')
  await superuser.query('create table kept_posting as table posting')
  await superuser.query('create table kept_rules as table rule_version')
  try {
    await work()
  } finally {
    await superuser.query('delete from posting')
    await superuser.query('delete from account_event')
    await superuser.query('insert into account_event select * from kept_event')
    await superuser.query('insert into posting select * from kept_posting')
    await superuser.query('delete from rule_version')
    await superuser.query('insert into rule_version select * from kept_rules')
    await superuser.query('drop table kept_event, kept_posting, kept_rules')
  }
}

test('payments that are posted while it reads are no problem', async () => {
  const { accountId } = await book.ownerOf(ELENA)
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  let posting = true
  let proofs = 0
  const posted = (async () => {
    for (let count = 0; count < 25 || proofs < 3; count += 1)
      await postPayment(book.ctx, {
        accountId,
        amount: cents(100 + count),
        effectiveDate: date('2026-11-20'),
        ...terms,
        channel: 'mail',
        paymentId: null,
      })
    posting = false
  })()
  for (; posting; proofs += 1) assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
  await posted
  assert.ok(proofs >= 3, `${proofs} proofs`)
})

test('an untouched book proves itself, and there is something to prove', async () => {
  const proof = await verifyLedger(book.ctx)
  assert.deepEqual(proof.problems, [])
  const { rows } = await superuser.query(WITH_ALL)
  assert.equal(proof.events, rows[0].n)
  assert.ok(proof.postings > 100)
})

const ATTEMPTS: [string, string, { table: string; problem: string }][] = [
  [
    'an event changed',
    `update account_event set payload = jsonb_set(payload, '{amount}', '100') where kind = 'payment' and seq = 5`,
    { table: 'account_event', problem: 'changed' },
  ],
  [
    'an event back-dated',
    `update account_event set effective_date = effective_date - 3 where kind = 'payment' and seq = 6`,
    { table: 'account_event', problem: 'changed' },
  ],
  [
    'an event deleted',
    `delete from account_event where kind = 'payment' and seq = 7`,
    { table: 'account_event', problem: 'missing' },
  ],
  [
    'the last event deleted, with its postings',
    `with gone as (delete from account_event e using account a
       where a.account_id = e.account_id and e.seq = a.event_count returning e.account_id, e.id)
     delete from posting p using gone where p.account_id = gone.account_id and p.recorded_by = gone.id`,
    { table: 'account_event', problem: 'missing' },
  ],
  [
    'an event inserted',
    `insert into account_event select account_id, event_count + 1, gen_random_uuid(), last_effective_date, now(),
       'fee', '{"kind":"fee","amount":100,"name":"x","citation":""}', 'x', sha256('x') from account`,
    { table: 'account_event', problem: 'inserted' },
  ],
  [
    'a posting changed',
    `update posting set amount = amount + 1 where id = (select id from posting order by id limit 1)`,
    { table: 'posting', problem: 'changed' },
  ],
  [
    'a posting turned around',
    `update posting set debit = credit, credit = debit where id = (select id from posting order by id limit 1)`,
    { table: 'posting', problem: 'changed' },
  ],
  [
    'a posting deleted',
    `delete from posting where id = (select id from posting order by id desc limit 1)`,
    { table: 'posting', problem: 'missing' },
  ],
  [
    'a posting inserted',
    `insert into posting select account_id, gen_random_uuid(), event_id, recorded_by, 99, effective_date, posted_at,
       debit, credit, amount, is_reversal from posting limit 1`,
    { table: 'posting', problem: 'inserted' },
  ],
  [
    'rules that events name, deleted',
    `delete from rule_version where name = 'EMF-2019-01'`,
    { table: 'account_event', problem: 'rules' },
  ],
]

for (const [what, statement, expected] of ATTEMPTS) {
  test(`${what} is named`, () =>
    restored(async () => {
      const problems = await problemsAfter(statement)
      const found = problems.some(
        ({ table, problem }) => table === expected.table && problem === expected.problem,
      )
      assert.ok(found, `${what}: ${JSON.stringify(problems.slice(0, 3))}`)
    }))
}

test('the application cannot change or delete what it has recorded', async () => {
  for (const table of ['account_event', 'posting', 'account_audit', 'access_audit'])
    for (const statement of [
      `update ${table} set seq = 1`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      const client = new pg.Client({ connectionString: book.database.appUrl })
      await client.connect()
      await assert.rejects(
        client.query(statement.replace('seq = 1', 'account_id = account_id')),
        /permission denied|does not exist/,
      )
      await client.end()
    }
})
