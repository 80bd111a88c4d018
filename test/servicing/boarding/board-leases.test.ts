import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { leaseLedger } from '#src/domain/account/ledger.ts'
import { replay } from '#src/domain/account/replay.ts'
import { date } from '#src/domain/calendar.ts'
import { type LeaseContract, leaseDueDate, scheduledEnd } from '#src/domain/contract/lease.ts'
import { leaseSchedule } from '#src/domain/contract/lease-schedule.ts'
import { cents, minus, plus, sum, toDollars } from '#src/domain/money.ts'
import { leaseAmountDue, leaseInstallmentsPaid } from '#src/domain/rules/lease-position.ts'
import { splitCounted } from '#src/domain/rules/lease-split.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { findAccountByNumber } from '#src/store/accounts/directory.ts'
import { anyLease } from '#test/support/arbitrary-lease.ts'
import { leaseLine } from '#test/support/lease-line.ts'
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

test('the example leases are boarded whole, and a second run changes nothing', async () => {
  for (const [name, leases] of [
    ['leases.jsonl', 3],
    ['leases.csv', 2],
  ] as const) {
    const file = () => diskFile(`examples/${name}`)
    const first = await board(book.ctx, await file())
    assert.deepEqual(first, { summary: { ...NONE, boarded: leases }, told: [] })
    const before = await rows()
    const second = await board(book.ctx, await file())
    assert.deepEqual(second.summary, { ...NONE, alreadyThere: leases })
    assert.deepEqual(await rows(), before)
  }
  const ledger = await ledgerOf({ kind: 'account', number: 'KT-6001-0002' })
  // 21 installments and 100.00 taken over, 281.89 paid on 2026-10-20, a fee of 15.00 two days later.
  const due = leaseAmountDue(ledger.position, date('2026-10-31'))
  assert.equal(leaseInstallmentsPaid(ledger.position), 22)
  assert.deepEqual([due.pastDue, due.fees], [0, 1_500])
  assert.deepEqual([due.current?.due, due.current?.amount], ['2026-11-20', 38_189])
})

test('the same account number with other terms is refused', async () => {
  const text = await readFile('examples/leases.jsonl', 'utf8')
  const { summary, told } = await board(
    book.ctx,
    textFile(text.replace('"moneyFactor":"0.00162"', '"moneyFactor":"0.001621"')),
  )
  assert.deepEqual([summary.rejected, summary.alreadyThere], [1, 2])
  assert.equal(told.find(({ outcome }) => outcome === 'rejected')?.problem.field, 'account')
})

test('whatever lease is accepted comes back as signed, and its installments add up', async () => {
  const leases = fc
    .sample(anyLease, { numRuns: 150, seed: 20_261_124 })
    .filter(({ start, basePayment }) => start < '2026-11-01' && basePayment > 0)
  const text = leases.map((contract, index) =>
    leaseLine(contract, {
      account: `ANY-${String(index).padStart(4, '0')}`,
      history: paidUntilToday(contract),
    }),
  )
  const { summary, told } = await board(book.ctx, textFile(text.join('')))
  const refused = new Set(
    told.filter(({ outcome }) => outcome === 'rejected').map(({ problem }) => problem.line),
  )
  assert.equal(refused.size, summary.rejected)
  assert.ok(summary.boarded > 80, `only ${summary.boarded} of ${leases.length} were accepted`)
  for (const [index, contract] of leases.entries()) {
    if (refused.has(index + 1)) continue
    const number = `ANY-${String(index).padStart(4, '0')}`
    const ledger = await ledgerOf({ kind: 'account', number })
    assert.deepEqual(ledger.contract, contract)
    const { installments, totalPayment } = leaseSchedule(contract)
    const rent = sum(installments.map(({ row }) => row.rent))
    const depreciation = minus(contract.adjustedCapitalizedCost, contract.residualValue)
    assert.equal(plus(rent, depreciation), contract.basePayment * contract.payments)
    assert.equal(installments.at(-1)?.row.balance, contract.residualValue)
    const { counted, schedule } = ledger.position
    const split = splitCounted(schedule, { from: cents(0), to: counted })
    const parts = [split.rent, split.depreciation, ...split.taxes.map(({ amount }) => amount)]
    assert.equal(sum(parts), counted)
    assert.ok(counted <= totalPayment * contract.payments)
  }
})

const MONTH = 'fcalt-2017-a_2017-02.xml'
const SOURCE = { kind: 'source', number: 'abs-ee fcalt-2017-a/66758007126' } as const

test('a real lease stands where its filing has it; what later months paid follows', async () => {
  const february = await readFile(`examples/abs-ee/${MONTH}`, 'utf8')
  const boarded = await board(book.ctx, textFile(february, MONTH))
  assert.deepEqual(boarded, { summary: { ...NONE, boarded: 1 }, told: [] })
  const ledger = await ledgerOf(SOURCE)
  const { contract, position } = ledger
  assert.equal(leaseInstallmentsPaid(position), 19)
  const due = leaseAmountDue(position, date('2017-02-28'))
  assert.equal(due.pastDue, 0)
  assert.deepEqual([due.current?.due, toDollars(due.total)], ['2017-03-02', '327.44'])
  assert.equal(contract.payments - leaseInstallmentsPaid(position), 17)
  assert.equal(scheduledEnd(contract), '2018-08-02')

  const runs: [string, object][] = [
    [monthOf(february, { month: '04', last: '30', next: '05' }), { monthsAdded: 1, warnings: 1 }],
    [monthOf(february, { month: '03', last: '31', next: '04' }), { monthsAdded: 1 }],
    [monthOf(february, { month: '03', last: '31', next: '04' }), { alreadyThere: 1 }],
    [february, { alreadyThere: 1 }],
    [monthOf(february, { month: '01', last: '31', next: '02' }), { rejected: 1 }],
    [
      monthOf(february, { month: '03', last: '31', next: '04' }).replace(
        '<totalActualAmountPaid>327.44',
        '<totalActualAmountPaid>327.45',
      ),
      { rejected: 1 },
    ],
    [
      monthOf(february, { month: '05', last: '31', next: '05' }).replace(
        '<totalActualAmountPaid>327.44',
        '<totalActualAmountPaid>0',
      ),
      { alreadyThere: 1 },
    ],
  ]
  for (const [text, counts] of runs)
    assert.deepEqual((await board(book.ctx, textFile(text, MONTH))).summary, { ...NONE, ...counts })
  const later = await ledgerOf(SOURCE)
  assert.equal(leaseInstallmentsPaid(later.position), 21)
  assert.equal(leaseDueDate(contract, 22), '2017-05-02')
  assert.deepEqual(
    later.steps.map(({ event }) => [event.payload.kind, event.effectiveDate]),
    [
      ['leaseBoarded', '2017-02-01'],
      ['payment', '2017-02-28'],
      ['payment', '2017-03-31'],
      ['payment', '2017-04-30'],
    ],
  )
})

test('once a payment was posted here, no filed month follows; those on the books stay there', async () => {
  const accountId = (await findAccountByNumber(book.db, book.vault, SOURCE)) ?? ''
  await postPayment(book.ctx, {
    accountId,
    amount: cents(32_744),
    effectiveDate: date('2017-05-02'),
    extra: 'installments',
    extraAmount: null,
    toCharges: cents(0),
    channel: 'mail',
    paymentId: null,
  })
  const february = await readFile(`examples/abs-ee/${MONTH}`, 'utf8')
  const may = monthOf(february, { month: '05', last: '31', next: '06' })
  const { summary, told } = await board(book.ctx, textFile(may, MONTH))
  assert.deepEqual(summary, { ...NONE, rejected: 1 })
  assert.match(told[0]?.problem.reason ?? '', /posted here/)
  const again = await board(book.ctx, textFile(february, MONTH))
  assert.deepEqual(again.summary, { ...NONE, alreadyThere: 1 })
})

test('a loan under the number of a lease on the books is refused', async () => {
  const loans = await readFile('examples/abs-ee/amcar-2017-1_2017-06.xml', 'utf8')
  const disguised = loans.replace(/<assetNumber>[^<]*</, '<assetNumber>66758007126<')
  const { summary, told } = await board(book.ctx, textFile(disguised, MONTH))
  assert.deepEqual([summary.boarded, summary.rejected], [3, 1])
  assert.equal(told.find(({ outcome }) => outcome === 'rejected')?.problem.field, 'assetNumber')
})

test('the whole book of leases is proven from its events', async () => {
  const proof = await verifyLedger(book.ctx)
  assert.ok(proof.accounts > 80 && proof.postings > proof.accounts)
  assert.deepEqual(proof.problems, [])
})

/** The February filing as if it were of another month of 2017. */
function monthOf(text: string, at: { month: string; last: string; next: string }): string {
  return text
    .replaceAll('02-01-2017', `${at.month}-01-2017`)
    .replaceAll('02-28-2017', `${at.month}-${at.last}-2017`)
    .replace('<paidThroughDate>03-02', `<paidThroughDate>${at.next}-02`)
    .replace('Number>18</remaining', `Number>${20 - Number(at.month)}</remaining`)
}

/** The total payment on each due date that has passed, and something odd. */
function paidUntilToday(contract: LeaseContract): { on: string; amount: string }[] {
  const { installments, totalPayment } = leaseSchedule(contract)
  const due = installments.filter((each) => each.due <= '2026-11-24').slice(0, 20)
  return [
    ...due.map((each) => ({ on: each.due as string, amount: toDollars(totalPayment) })),
    { on: '2026-11-20', amount: '100.01' },
  ]
}

async function ledgerOf(number: Parameters<typeof findAccountByNumber>[2]) {
  const accountId = await findAccountByNumber(book.db, book.vault, number)
  assert.ok(accountId, `${number.number} is in the directory`)
  const account = await readAccount(book.db, accountId)
  assert.deepEqual([account?.product, account?.status], ['lease', 'open'])
  return leaseLedger(replay(await readEvents(book.db, accountId)))
}

async function rows(): Promise<unknown[]> {
  return Promise.all(
    (['account', 'account_event', 'posting', 'account_audit', 'directory'] as const).map((table) =>
      book.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<string>().as('rows'))
        .executeTakeFirstOrThrow(),
    ),
  )
}
