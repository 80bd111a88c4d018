// Origination, delivery and posting, ended after every single step and begun again; two at once; and
// any order of these on any days. Each debit stands in exactly one file and counts exactly once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { addDays, date } from '#src/domain/calendar.ts'
import { nextBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import type { Owner } from '#src/servicing/context.ts'
import { cancelPayment } from '#src/servicing/payments/cancel-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'
import { Died, dyingAfter } from '#test/support/dying.ts'

let world: BankWorld
let owners: readonly Owner[]
let day = date('2026-11-24')
before(async () => {
  world = await bankWorld([ELENA, PAIR])
  owners = await Promise.all([world.ownerOf(ELENA), world.ownerOf(PAIR), world.ownerOf(PAIR, 'co')])
})
after(() => world.close())

function owner(at: number): Owner {
  const found = owners[at % owners.length]
  assert.ok(found)
  return found
}

/** Everything that was ever sent, by what stands in the files at the bank. */
async function entriesAtBank(): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const [name, file] of await world.files()) {
    assert.deepEqual(file.problems, [], name)
    for (const { items } of file.batches)
      for (const { identification } of items) {
        const key = identification.trim()
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  }
  return counts
}

async function checkBook(): Promise<void> {
  const { db } = world.ctx
  const atBank = await entriesAtBank()
  const payments = await db.selectFrom('payment').selectAll().execute()
  for (const { confirmation, state } of payments)
    assert.equal(
      atBank.get(confirmation) ?? 0,
      state === 'sent' ? 1 : 0,
      `${confirmation} ${state}`,
    )
  const events = await db
    .selectFrom('account_event')
    .select('payload')
    .where('kind', '=', 'payment')
    .execute()
  const posted = events.flatMap(({ payload }) => {
    const { paymentId } = payload as { paymentId: string | null }
    return paymentId === null ? [] : [paymentId]
  })
  assert.equal(new Set(posted).size, posted.length, 'none is posted twice')
  const counted = payments.filter((payment) => payment.posted_event_id !== null)
  assert.deepEqual(posted.toSorted(), counted.map(({ id }) => id).toSorted())
  const files = await db.selectFrom('ach_file').selectAll().execute()
  assert.ok(files.every(({ state }) => state === 'delivered'))
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
}

async function openDay(): Promise<void> {
  day = nextBankingDay(day)
  await world.moveTo(day)
}

test('ended after any step and begun again, each debit is in one file and counts once', async () => {
  let finished = false
  for (let steps = 0; !finished; steps += 1) {
    await openDay()
    await world.pay(owner(steps), 1_000 + steps)
    world.at(day, '17:00')
    const run = sendPayments(dyingAfter(world.bankCtx, steps))
    finished = await run.then(
      () => true,
      (error) => {
        assert.ok(String(error).includes('after') || error instanceof Died, String(error))
        return false
      },
    )
    await sendPayments(world.bankCtx)
    assert.ok(steps < 200)
  }
  await checkBook()
})

test('two runs at once send each debit once', async () => {
  for (let round = 0; round < 5; round += 1) {
    await openDay()
    for (const owner of owners) await world.pay(owner, 2_000 + round)
    world.at(day, '17:00')
    const runs = Array.from({ length: 3 }, () => sendPayments(world.bankCtx))
    const ended = await Promise.allSettled(runs)
    assert.ok(ended.some(({ status }) => status === 'fulfilled'))
    await sendPayments(world.bankCtx)
  }
  await checkBook()
})

const anyAction = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('pay' as const), who: fc.nat(2), ahead: fc.nat(4) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), steps: fc.nat(60) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('late' as const),
      days: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('both' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cutoff' as const) }) },
)
type Action = typeof anyAction extends fc.Arbitrary<infer A> ? A : never

async function act(action: Action, set: [Owner, string][]): Promise<void> {
  const { bankCtx } = world
  switch (action.kind) {
    case 'pay': {
      const who = owner(action.who)
      set.push([who, await world.pay(who, 3_000, { effective: addDays(day, action.ahead) })])
      return
    }
    case 'cancel': {
      const [who, paymentId] = set[action.which % Math.max(set.length, 1)] ?? []
      if (who && paymentId) await cancelPayment(bankCtx, who, { paymentId })
      return
    }
    case 'die':
      world.at(day, '17:30')
      await sendPayments(dyingAfter(bankCtx, action.steps)).catch(() => undefined)
      return openDay()
    case 'late':
      for (let left = action.days; left > 0; left -= 1) await openDay()
      return
    case 'both':
      world.at(day, '17:00')
      await Promise.allSettled([sendPayments(bankCtx), sendPayments(bankCtx)])
      return openDay()
    case 'cutoff':
      world.at(day, '17:00')
      await sendPayments(bankCtx)
      return openDay()
  }
}

test('on any days, whatever happens in between, each debit is in one file and counts once', async () => {
  // The test before ends at its cutoff, after which nothing counts on that day any more.
  await openDay()
  await fc.assert(
    fc.asyncProperty(fc.array(anyAction, { minLength: 3, maxLength: 12 }), async (actions) => {
      const set: [Owner, string][] = []
      for (const action of actions) await act(action, set)
      for (let days = 0; days < 6; days += 1) await act({ kind: 'cutoff' }, set)
      await sendPayments(world.bankCtx)
      const left = await world.ctx.db
        .selectFrom('payment')
        .select('id')
        .where('state', '=', 'scheduled')
        .execute()
      assert.deepEqual(left, [])
      await checkBook()
    }),
    { numRuns: 8 },
  )
})
