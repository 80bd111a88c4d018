// The bank of a demo over real files: what it sends back is taken, and money follows.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { answerAsBank } from '#src/demo/sandbox-bank.ts'
import { addDays, type CivilDate, date } from '#src/domain/calendar.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { insertFundingAccount } from '#src/store/payments/funding-accounts.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import { act } from '#test/support/year/deeds.ts'
import { simulatedBank } from '#test/support/year/simulated-bank.ts'

const folder = await mkdtemp(join(tmpdir(), 'keyturn-sandbox-'))
const ELENA = '1048264417'
const ENDS = ['0101', '0102', '0110', '0120', '7777'] as const
let book: PlantedBook
const funding = new Map<string, string>()

before(async () => {
  book = await plantedBook({
    today: date('2026-11-24'),
    now: '2026-11-24T14:00:00.000Z',
    numbers: [ELENA],
  })
  for (const end of ENDS) funding.set(end, await withAccount(end))
})
after(async () => {
  await book.close()
  await rm(folder, { recursive: true })
})

const ctx = () => ({ ...book.ctx, bank: bankFolder(folder) })

async function withAccount(end: string): Promise<string> {
  const { accountId, obligorId } = await book.ownerOf(ELENA)
  const id = book.ctx.newId()
  const addedAt = book.clock.now()
  const verified = { state: 'verified', stateReason: null, verifiedAt: addedAt } as const
  const account = { accountId, obligorId, id, kind: 'checking', lastFour: end, addedAt } as const
  await book.ctx.db.transaction().execute((tx) =>
    insertFundingAccount(tx, book.ctx.vault, {
      account: { ...account, ...verified, bankName: 'Example Credit Union' },
      numbers: {
        routingNumber: '076401251',
        accountNumber: `200046${end}`,
        holderName: 'Elena Marsh',
      },
      idempotencyKey: id,
    }),
  )
  return id
}

async function passThrough(through: CivilDate) {
  const mover = {
    advanceTo: (instant: string) => {
      if (instant > book.clock.instant) book.clock.instant = instant
    },
    answer: (day: CivilDate) => answerAsBank(folder, day),
  }
  const failed: unknown[] = []
  await closeThrough(ctx(), { through, mover, tell: (day) => failed.push(...day.failed) })
  assert.deepEqual(failed, [])
}

const paymentsOf = async (end: string) =>
  book.ctx.db
    .selectFrom('payment')
    .select(['state', 'state_reason', 'attempts', 'posted_event_id'])
    .where('funding_account_id', '=', funding.get(end) ?? '')
    .executeTakeFirstOrThrow()

test('each ending is answered as it says, once, and every cent follows', async () => {
  const owner = await book.ownerOf(ELENA)
  const today = await businessDay(book.ctx.db)
  for (const [index, end] of ENDS.entries()) {
    const who = { owner, fundingAccountId: funding.get(end) ?? '', bankAccount: end }
    const days = { on: today, effective: today }
    const deed = { kind: 'pay', extra: 'principal', codes: [], amount: 10_000 + index } as const
    const asked = { who, deed: { ...days, ...deed }, bank: simulatedBank() }
    assert.equal(await act(ctx(), asked), null)
  }
  await passThrough(addDays(today, 27))
  const paid = await paymentsOf('7777')
  assert.deepEqual([paid.state, paid.attempts], ['sent', 1])
  const retried = await paymentsOf('0101')
  assert.deepEqual([retried.state, retried.attempts], ['sent', 2])
  assert.ok(retried.posted_event_id)
  assert.equal((await paymentsOf('0102')).state, 'returned')
  assert.equal((await paymentsOf('0102')).attempts, 3)
  const unauthorized = await paymentsOf('0110')
  assert.deepEqual([unauthorized.state, unauthorized.state_reason], ['returned', 'R10'])
  assert.equal((await paymentsOf('0120')).state, 'sent')
  const { db } = book.ctx
  const corrected = await db
    .selectFrom('funding_account')
    .select('last_four')
    .where('id', '=', funding.get('0120') ?? '')
    .executeTakeFirstOrThrow()
  assert.equal(corrected.last_four, '6042')
  const files = await db.selectFrom('ach_file').select('state').execute()
  assert.ok(files.length >= 3)
  assert.ok(files.every(({ state }) => state === 'acknowledged'))
  const reports = await db.selectFrom('bank_report').select(['state', 'name', 'problems']).execute()
  assert.deepEqual(
    reports.filter(({ state }) => state !== 'done'),
    [],
  )
  assert.deepEqual((await verifyLedger(book.ctx)).problems, [])
  await answerAsBank(folder, addDays(today, 27))
  assert.deepEqual(await bankFolder(folder).incoming(), [])
})
