// Refused files, their process ended after every few steps and begun again, two at once: each
// payment is taken back once, goes again once, and no cent is lost.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { nextBankingDay } from '#src/domain/regions/us-banking-days.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import type { Owner } from '#src/servicing/context.ts'
import { settleRefusedFiles } from '#src/servicing/refused-files/settle-refused-files.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { type BankWorld, bankWorld, ELENA, PAIR } from '#test/support/bank-world.ts'
import { Died, dyingAfter } from '#test/support/dying.ts'
import { decide, refusedOn } from '#test/support/refusal-steps.ts'

let world: BankWorld
let owners: readonly Owner[]
let day = date('2026-11-24')
before(async () => {
  world = await bankWorld([ELENA, PAIR])
  owners = await Promise.all([world.ownerOf(ELENA), world.ownerOf(PAIR), world.ownerOf(PAIR, 'co')])
})
after(() => world.close())

async function openDay(): Promise<void> {
  day = nextBankingDay(day)
  await world.moveTo(day)
}

/** True once it came to its end within so many steps. */
async function ended(steps: number): Promise<boolean> {
  return settleRefusedFiles(dyingAfter(world.bankCtx, steps)).then(
    () => true,
    (error) => {
      assert.ok(String(error).includes('after') || error instanceof Died, String(error))
      return false
    },
  )
}

async function outcomesOf(ids: readonly string[]) {
  const { db } = world.ctx
  const payments = await db.selectFrom('payment').selectAll().where('id', 'in', ids).execute()
  const told = await db
    .selectFrom('outbox')
    .select(['template', 'parameters'])
    .where('channel', '=', 'portal')
    .execute()
  const events = await db.selectFrom('account_event').select(['id', 'kind', 'payload']).execute()
  return payments.map((payment) => {
    const own = events.filter(
      ({ payload }) => (payload as { paymentId?: string }).paymentId === payment.id,
    )
    const ownIds = own.map(({ id }) => id)
    const reversals = events.filter(
      ({ kind, payload }) => kind === 'reversal' && ownIds.includes((payload as { of: string }).of),
    )
    const templates = told
      .filter(({ parameters }) => (parameters as { paymentId?: string }).paymentId === payment.id)
      .map(({ template }) => template)
    return { payment, posted: own.length, reversed: reversals.length, templates }
  })
}

test('ended after any step and begun again, all is taken back once and goes again once', async () => {
  let finished = false
  for (let steps = 0; !finished; steps += 3) {
    await openDay()
    const ids: string[] = []
    for (const owner of owners) ids.push(await world.pay(owner, 1_000 + steps))
    const file = await refusedOn(world, day)
    const first = await ended(steps)
    await settleRefusedFiles(world.ctx)
    await openDay()
    await decide(world, file, 'sendAgain')
    finished = (await ended(steps)) && first
    await Promise.all([settleRefusedFiles(world.ctx), settleRefusedFiles(world.ctx)])
    world.at(day, '17:00')
    await sendPayments(world.bankCtx)
    for (const { payment, posted, reversed, templates } of await outcomesOf(ids)) {
      assert.deepEqual([payment.state, posted, reversed], ['sent', 2, 1], `${steps} steps`)
      const count = (name: string) => templates.filter((template) => template === name).length
      assert.deepEqual([count('paymentHeld'), count('paymentSentAgain')], [1, 1])
    }
    assert.ok(steps < 600)
  }
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
  const open = await world.ctx.db
    .selectFrom('ach_file')
    .select('id')
    .where('state', '=', 'refused')
    .where('carried_out_at', 'is', null)
    .execute()
  assert.deepEqual(open, [])
})

test('three at once, with the posting of what counts beside them', async () => {
  for (let round = 0; round < 4; round += 1) {
    await openDay()
    const ids: string[] = []
    for (const owner of owners) ids.push(await world.pay(owner, 2_000 + round))
    const file = await refusedOn(world, day)
    const runs = () => Array.from({ length: 3 }, () => sendPayments(world.bankCtx))
    await Promise.allSettled(runs())
    await decide(world, file, 'doNotSend')
    await Promise.allSettled(runs())
    await sendPayments(world.bankCtx)
    for (const { payment, posted, reversed } of await outcomesOf(ids))
      assert.deepEqual([payment.state, posted, reversed], ['notSent', 1, 1])
  }
  assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
})
