import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { recordAll } from '#src/domain/account/record.ts'
import { replayLoan } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import { postingKey } from '#src/domain/ledger/posting.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAccountAudit, verifyAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readEvents, verifyEvents } from '#src/store/accounts/account-events.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { matchObligor } from '#src/store/accounts/obligor-proofs.ts'
import { readObligors } from '#src/store/accounts/obligors.ts'
import { readPostings } from '#src/store/accounts/postings.ts'
import { readVehicles } from '#src/store/accounts/vehicles.ts'
import { type BoardingBook, board, boardingBook, diskFile, textFile } from './boarding-book.ts'

let book: BoardingBook
before(async () => {
  book = await boardingBook()
})
after(() => book.close())

const NONE = {
  boarded: 0,
  monthsAdded: 0,
  alreadyThere: 0,
  rejected: 0,
  warnings: 0,
  papers: 0,
  unreadable: null,
}

test('every contract of the example is boarded whole, and a second run changes nothing', async () => {
  const first = await board(book.ctx, await diskFile('examples/contracts.jsonl'))
  assert.deepEqual(first.summary, { ...NONE, boarded: 12 })
  const before = await counts()
  const second = await board(book.ctx, await diskFile('examples/contracts.jsonl'))
  assert.deepEqual(second.summary, { ...NONE, alreadyThere: 12 })
  assert.deepEqual(await counts(), before)
  const csv = await board(book.ctx, await diskFile('examples/contracts.csv'))
  assert.deepEqual(csv.summary, { ...NONE, boarded: 12 })
})

test('a contract that is there is compared without reading what happened since', async () => {
  await board(book.ctx, await diskFile('examples/contracts.jsonl'))
  let events = 0
  const db = book.ctx.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      events += result.rows.filter((row) => 'payload' in row).length
      return result
    },
  })
  const again = await board({ ...book.ctx, db }, await diskFile('examples/contracts.jsonl'))
  assert.equal(again.summary.alreadyThere, 12)
  assert.equal(events, 12)
})

test('what is stored can be proven from the events alone and registered for', async () => {
  await board(book.ctx, await diskFile('examples/contracts.jsonl'))
  const accountId = await accountOf('kt 1001 0001')
  const account = await readAccount(book.db, accountId)
  assert.ok(account)
  const events = await readEvents(book.db, accountId)
  assert.deepEqual(
    events.map((event) => event.payload.kind),
    ['boarded', 'payment', 'payment', 'payment'],
  )
  assert.deepEqual(verifyEvents(book.vault, { accountId, head: account.events, events }), [])
  const entries = await readAccountAudit(book.db, accountId)
  assert.deepEqual(verifyAccountAudit(book.vault, { accountId, head: account.audit, entries }), [])
  const stored = (await readPostings(book.db, accountId)).map(postingKey).sort()
  assert.deepEqual(
    stored,
    recordAll(events)
      .map((row) => postingKey(row.posting))
      .sort(),
  )
  const [obligor] = await readObligors(book.db, book.vault, accountId)
  assert.equal(obligor?.details.identityNumber, '987654320')
  const vin = (await readVehicles(book.db, [accountId])).get(accountId)?.vin ?? ''
  const answers = { identityLastFour: '4320', vin }
  const matched = await matchObligor(book.db, book.vault, { accountId, answers })
  assert.equal(matched?.obligorId, obligor?.id)
})

test('the same account number with other terms is refused and changes nothing', async () => {
  await board(book.ctx, await diskFile('examples/contracts.jsonl'))
  const [line = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const changed = line.replace('"rate":"5.49"', '"rate":"5.48"')
  assert.notEqual(changed, line)
  const before = await counts()
  const { summary, told } = await board(book.ctx, textFile(`${changed}\n`))
  assert.deepEqual(summary, { ...NONE, rejected: 1 })
  assert.equal(told[0]?.problem.field, 'account')
  assert.deepEqual(await counts(), before)
})

test('good records around bad ones are boarded; each bad one is told with line and field', async () => {
  const { summary, told } = await board(
    book.ctx,
    await diskFile('examples/contracts-with-faults.jsonl'),
  )
  assert.deepEqual(summary, { ...NONE, boarded: 2, rejected: 10, warnings: 1 })
  const lines = told.filter((row) => row.outcome === 'rejected').map((row) => row.problem.line)
  assert.deepEqual([...new Set(lines)], [2, 3, 4, 5, 6, 7, 8, 10, 11, 12])
  assert.ok(told.every((row) => row.problem.field !== '' && row.problem.reason !== ''))
})

test('consecutive months of real loans become their history, in any number of runs', async () => {
  const months = ['06', '07', '08'].map((month) => `examples/abs-ee/amcar-2017-1_2017-${month}.xml`)
  const [june = '', july = '', august = ''] = months
  assert.deepEqual((await board(book.ctx, await diskFile(june))).summary, { ...NONE, boarded: 4 })
  const early = await board(book.ctx, await diskFile(august))
  assert.deepEqual(early.summary, { ...NONE, rejected: 4 })
  assert.match(early.told[0]?.problem.reason ?? '', /begins on 2017-08-01.*ends on 2017-06-30/)
  for (const month of [july, august]) {
    const { summary } = await board(book.ctx, await diskFile(month))
    assert.deepEqual(summary, { ...NONE, monthsAdded: 4 })
  }
  for (const month of months) {
    const { summary } = await board(book.ctx, await diskFile(month))
    assert.deepEqual(summary, { ...NONE, alreadyThere: 4 })
  }
  const source = { kind: 'source', number: 'abs-ee amcar-2017-1/0001694010 - 000401' } as const
  const accountId = (await findAccountByNumber(book.db, book.vault, source)) ?? ''
  const events = await readEvents(book.db, accountId)
  // As filed: 5,936.68 at the beginning of June, 5,082.58 at the end of July, paid off in August.
  const principalOn = (day: string) => replayLoan(events, { through: date(day) }).position.principal
  assert.deepEqual(
    ['2017-06-29', '2017-06-30', '2017-07-31', '2017-08-31'].map(principalOn),
    [593_668, 551_918, 508_258, 0],
  )
  assert.equal((await readAccount(book.db, accountId))?.status, 'closed')
})

test('a month with other figures than the one on the books is refused', async () => {
  const path = 'examples/abs-ee/amcar-2017-1_2017-06.xml'
  const text = (await readFile(path, 'utf8')).replace('5519.18', '5519.17')
  await board(book.ctx, await diskFile(path))
  const { summary, told } = await board(book.ctx, textFile(text, 'amcar-2017-1_2017-06.xml'))
  assert.deepEqual(summary, { ...NONE, alreadyThere: 3, rejected: 1 })
  assert.equal(told[0]?.problem.reason, 'This month is on the books with other figures.')
})

test('a file that is cut off boards what is whole and says where it ends', async () => {
  const text = await readFile('examples/abs-ee/amcar-2017-1_2017-06.xml', 'utf8')
  const half = text.slice(0, text.length / 2)
  const { summary } = await board(book.ctx, textFile(half, 'half-2017-1_2017-06.xml'))
  assert.equal(summary.boarded, half.split('</assets>').length - 1)
  assert.match(summary.unreadable?.reason ?? '', /cut off/)
})

test('two runs at once board each contract once', async () => {
  const text = (await readFile('examples/contracts.jsonl', 'utf8')).replaceAll('KT-1001', 'KT-9001')
  const runs = await Promise.all([1, 2, 3].map(() => board(book.ctx, textFile(text))))
  const total = (field: 'boarded' | 'alreadyThere') =>
    runs.reduce((sum, run) => sum + run.summary[field], 0)
  assert.deepEqual([total('boarded'), total('alreadyThere')], [12, 24])
})

test('a contract that another run boards between two looks is there, not another source’s', async () => {
  const [line = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const file = () => textFile(`${line.replaceAll('KT-1001', 'KT-8001')}\n`)
  let looks = 0
  const db = book.ctx.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'SelectQueryNode' && JSON.stringify(node.from).includes('"directory"'))
        looks += 1
      return node
    },
    // The first look has its answer: now the other run boards the same contract.
    transformResult: async ({ result }) => {
      if (looks !== 1) return result
      looks += 1
      assert.equal((await board(book.ctx, file())).summary.boarded, 1)
      return result
    },
  })
  const late = await board({ ...book.ctx, db }, file())
  assert.deepEqual(late.summary, { ...NONE, alreadyThere: 1 })
})

test('the same contract twice in one file is boarded once', async () => {
  const [line = ''] = (await readFile('examples/contracts.jsonl', 'utf8')).split('\n')
  const one = line.replace('KT-1001-0001', 'KT-7001-0001')
  const { summary } = await board(book.ctx, textFile(`${one}\n${one}\n`))
  assert.deepEqual(summary, { ...NONE, boarded: 1, alreadyThere: 1 })
})

test('the whole book is proven from its events', async () => {
  const proof = await verifyLedger(book.ctx)
  assert.ok(proof.accounts > 40 && proof.postings > proof.accounts)
  assert.deepEqual(proof.problems, [])
})

async function accountOf(number: string): Promise<string> {
  const found = await findAccountByNumber(book.db, book.vault, { kind: 'account', number })
  assert.ok(found, `account ${number} is in the directory`)
  return found
}

async function counts(): Promise<number[]> {
  const tables = [
    'account',
    'account_event',
    'posting',
    'account_audit',
    'obligor',
    'directory',
  ] as const
  return Promise.all(
    tables.map(async (table) => {
      const row = await book.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('rows'))
        .executeTakeFirstOrThrow()
      return Number(row.rows)
    }),
  )
}
