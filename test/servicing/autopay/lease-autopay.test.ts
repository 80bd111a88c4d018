// Autopay of a lease to the end of its term, by the close of each day; and random lives of a lease on
// the database.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { leaseLedger } from '#src/domain/account/ledger.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents, ZERO_CENTS } from '#src/domain/money.ts'
import { leftOfLease } from '#src/domain/paying/lease-effect.ts'
import { totalOfInstallments } from '#src/domain/rules/lease-position.ts'
import { setAutopay } from '#src/servicing/autopay/set-autopay.ts'
import { viewAutopay } from '#src/servicing/autopay/view-autopay.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import type { Owner } from '#src/servicing/context.ts'
import { loadAccount } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readPayments } from '#src/store/payments/payments.ts'
import { type BankWorld, bankWorld } from '#test/support/bank-world.ts'
import { newTestId } from '#test/support/database.ts'
import { verifiedFunding } from '#test/support/sent-payment.ts'

const HOLLIS = '1048264508'
const INES = '1048264516'

let world: BankWorld
let hollis: Owner
let ines: Owner
before(async () => {
  world = await bankWorld([HOLLIS, INES])
  hollis = await world.ownerOf(HOLLIS)
  ines = await world.ownerOf(INES)
})
after(() => world.close())

async function set(owner: Owner, amount: Parameters<typeof setAutopay>[2]['terms']['amount']) {
  return setAutopay(world.ctx, owner, {
    terms: {
      ...{ amount, day: { kind: 'dueDate' }, charges: 'notTaken' },
      ...{ begins: date('2026-11-24'), ends: null },
    },
    fundingAccountId: await verifiedFunding(world.ctx, owner),
    agreed: 'yes',
    authorizationText: 'Yes.',
    idempotencyKey: newTestId(),
  })
}

test('it takes the payment with taxes, the last one too, and ends with the schedule, said so', async () => {
  const { ctx, bankCtx } = world
  const more = await set(hollis, { kind: 'plusExtra', extra: cents(1_000) })
  assert.deepEqual(more, { ok: false, refusal: { code: 'autopayOnlyInstallment' } })
  const done = await set(hollis, { kind: 'installment' })
  assert.ok(done.ok)
  const shown = (await viewAutopay(ctx, hollis)).view
  assert.deepEqual(
    shown?.next.map(({ on, amount }) => [on, amount]),
    [
      ['2026-12-03', 53_364],
      ['2027-01-03', 53_364],
    ],
  )
  assert.equal(shown?.last?.on, '2027-01-03')
  await closeThrough(bankCtx, {
    through: date('2027-01-12'),
    mover: {
      advanceTo: (instant) => {
        world.clock.instant = instant
      },
    },
    tell: () => undefined,
  })
  const { position } = leaseLedger((await loadAccount(ctx.db, hollis.accountId)).ledger)
  assert.equal(position.counted, totalOfInstallments(position.schedule))
  assert.deepEqual([position.suspense, position.lateCharges], [0, 0])
  const payments = await readPayments(ctx.db, hollis.accountId)
  assert.deepEqual(
    payments.map(({ amount, state, fee }) => [amount, state, fee]),
    [
      [53_364, 'sent', 0],
      [53_364, 'sent', 0],
    ],
  )
  const ended = (await viewAutopay(ctx, hollis)).view
  assert.deepEqual([ended?.autopay.state, ended?.autopay.stateReason], ['ended', 'scheduleOver'])
  const told = await ctx.db
    .selectFrom('outbox')
    .select('template')
    .where('account_id', '=', hollis.accountId)
    .where('template', 'like', 'autopay%')
    .execute()
  assert.ok(told.some(({ template }) => template === 'autopayScheduleOver'))
  assert.deepEqual((await verifyLedger(ctx)).problems, [])
})

const anyAct = fc.oneof(
  fc.record({
    kind: fc.constant('pay' as const),
    amount: fc.integer({ min: 1, max: 150_000 }),
    days: fc.nat(40),
  }),
  fc.record({ kind: fc.constant('takeBack' as const), which: fc.nat(20) }),
)

test('after any payments and reversals the account is its replay, and paying what is left leaves none', async () => {
  const { ctx } = world
  let on = date('2026-11-24')
  const pay = (amount: number) =>
    postPayment(ctx, {
      ...{ accountId: ines.accountId, amount: cents(amount), effectiveDate: on },
      ...{ extra: 'installments', extraAmount: null, toCharges: ZERO_CENTS },
      ...{ channel: 'ach', paymentId: null },
      ...(amount % 2 === 0 && { fee: { amount: cents(250), citation: 'Clause 8' } }),
    })
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { minLength: 3, maxLength: 10 }), async (acts) => {
      const made: string[] = []
      for (const act of acts) {
        const { ledger } = await loadAccount(ctx.db, ines.accountId)
        if (act.kind === 'pay') {
          on = addDays(date('2026-11-24'), act.days)
          const most = leftOfLease(leaseLedger(ledger), on)
          const amount = Math.min(act.amount, most)
          if (amount > 0) made.push((await pay(amount)).eventId)
        } else {
          const eventId = made.splice(act.which % Math.max(1, made.length), 1)[0]
          if (eventId)
            await reversePayment(ctx, {
              ...{ accountId: ines.accountId, eventId, reason: 'return', code: 'R01' },
            })
        }
      }
      assert.deepEqual((await verifyLedger(ctx)).problems, [])
      on = date('2027-02-01')
      const before = leaseLedger((await loadAccount(ctx.db, ines.accountId)).ledger)
      const left = leftOfLease(before, on)
      const closing = left > 0 ? await pay(left) : null
      const { position } = leaseLedger((await loadAccount(ctx.db, ines.accountId)).ledger)
      assert.equal(position.counted, totalOfInstallments(position.schedule))
      assert.deepEqual([position.lateCharges, position.fees, position.suspense], [0, 0, 0])
      if (closing) made.push(closing.eventId)
      for (const eventId of made)
        await reversePayment(ctx, {
          ...{ accountId: ines.accountId, eventId, reason: 'correction', code: null },
        })
      assert.deepEqual((await verifyLedger(ctx)).problems, [])
    }),
    { numRuns: 12 },
  )
})
