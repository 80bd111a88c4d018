// Whatever the desk does with money, in whatever order: what came in has been applied, is held, or
// was sent back, and the ledger follows from its events.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { addDays } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { MoneyOrder } from '#src/domain/orders/money-order.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { reversePayment } from '#src/servicing/reverse-payment.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { heldAccounts } from '#src/store/desk-money/held-accounts.ts'
import {
  check,
  type Person,
  type PostingWorld,
  postingWorld,
  TODAY,
  whyNot,
} from '#test/support/posting-world.ts'

const NUMBERS = ['1048264417', '1048264433', '1048264508']
let world: PostingWorld
let agent: Person
let chief: Person
let accounts: string[]
/** What the world outside saw: received less taken back, and sent back. */
const outside = { received: 0, sentBack: 0 }
/** How often each thing was done, not only asked for. */
const done = new Map<string, number>()
before(async () => {
  world = await postingWorld(NUMBERS)
  agent = await world.person('agent')
  chief = await world.person('supervisor')
  const owners = NUMBERS.map((number) => world.book.ownerOf(number))
  accounts = (await Promise.all(owners)).map(({ accountId }) => accountId)
})
after(() => world.close())

async function approved(order: MoneyOrder): Promise<boolean> {
  const asked = await world.ask(agent, order)
  if (!asked.ok) return false
  const refusal = whyNot(await world.approve(chief, asked.value))
  if (refusal !== null) await world.refuse(chief, asked.value)
  if (refusal === null) done.set(order.kind, (done.get(order.kind) ?? 0) + 1)
  return refusal === null
}

function loaded(accountId: string) {
  return world.ctx.db.transaction().execute((tx) => loadForUpdate(tx, accountId))
}

async function held(accountId: string): Promise<number> {
  return (await loaded(accountId)).ledger.position.suspense
}

/** The payments that count on an account now, and may be chosen among. */
async function payments(accountId: string) {
  const { ledger } = await loaded(accountId)
  return ledger.steps.flatMap(({ event: { id, payload } }) =>
    payload.kind === 'payment' ? [{ eventId: id, amount: payload.amount }] : [],
  )
}

type Step = {
  readonly what: 'post' | 'refund' | 'moveHeld' | 'move' | 'return' | 'apply'
  readonly on: number
  readonly to: number
  readonly dollars: number
  readonly daysAgo: number
  readonly pick: number
}

const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom('post', 'post', 'refund', 'moveHeld', 'move', 'return', 'apply'),
    on: fc.nat(NUMBERS.length - 1),
    to: fc.nat(NUMBERS.length - 1),
    dollars: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 30_000, max: 60_000 })),
    daysAgo: fc.oneof(fc.nat(29), fc.constant(29)),
    pick: fc.nat(),
  }),
  { minLength: 3, maxLength: 7 },
)

async function walk(step: Step): Promise<void> {
  const [accountId = '', toAccountId = ''] = [accounts[step.on], accounts[step.to]]
  const typed = step.dollars * 100 + (step.pick % 100)
  const kept = await held(accountId)
  // Half of the time a part of what is held, so that it is not refused for its size alone.
  const isPart = step.what !== 'post' && kept > 0 && step.pick % 2 === 0
  const amount = cents(isPart ? 1 + (typed % kept) : typed)
  if (step.what === 'post') {
    const order = check(accountId, amount, addDays(TODAY, -step.daysAgo))
    if (await approved(order)) outside.received += amount
  } else if (step.what === 'apply') {
    await approved({ kind: 'apply', accountId, amount })
  } else if (step.what === 'moveHeld') {
    await approved({ kind: 'moveHeld', accountId, toAccountId, amount })
  } else if (step.what === 'refund') {
    const order = { kind: 'refund', accountId, amount, fundingAccountId: null } as const
    if (await approved(order)) outside.sentBack += amount
  } else await withPayment(step, accountId, toAccountId)
}

async function withPayment(step: Step, accountId: string, toAccountId: string): Promise<void> {
  const among = await payments(accountId)
  // The latest ones, which this history most likely posted.
  const chosen = among.at(-1 - (step.pick % Math.min(3, among.length || 1)))
  if (!chosen) return
  if (step.what === 'move') {
    await approved({ kind: 'move', accountId, toAccountId, ...chosen })
    return
  }
  const { eventId, amount } = chosen
  await reversePayment(world.ctx, { accountId, eventId, reason: 'return', code: 'R10' })
  outside.received -= amount
  done.set('return', (done.get('return') ?? 0) + 1)
}

/** Of all accounts: cash and what was applied from their postings, what is held from their events. */
async function books() {
  const rows = await world.ctx.db
    .selectFrom('posting')
    .select(['debit', 'credit', 'amount'])
    .where('account_id', 'in', accounts)
    .execute()
  const isDebt = (name: string) => name !== 'cash' && name !== 'suspense'
  const books = { cash: 0, applied: 0, held: 0 }
  for (const { debit, credit, amount } of rows) {
    if (debit === 'cash') books.cash += amount
    if (credit === 'cash') books.cash -= amount
    if (isDebt(credit)) books.applied += amount
    if (isDebt(debit)) books.applied -= amount
  }
  for (const accountId of accounts) books.held += await held(accountId)
  return books
}

test('money in is applied, held or sent back, whatever happens in whatever order', async () => {
  // Something is held from the start, of which no bank takes anything back any more.
  for (const accountId of accounts.slice(1))
    assert.ok(await approved(check(accountId, 5_000_000, addDays(TODAY, -29))))
  const first = await books()
  done.clear()
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      for (const step of history) await walk(step)
      const now = await books()
      const { received, sentBack } = outside
      assert.equal(now.cash - first.cash, received - sentBack)
      const [applied, kept] = [now.applied - first.applied, now.held - first.held]
      assert.equal(received, applied + kept + sentBack)
      const listed = await heldAccounts(world.ctx.db, 100)
      for (const accountId of accounts) {
        const line = listed.find((each) => each.accountId === accountId)
        assert.equal(line?.amount ?? 0, await held(accountId))
      }
      assert.deepEqual((await verifyLedger(world.ctx)).problems, [])
    }),
    { numRuns: 20, seed: 20_261_124, endOnFailure: true },
  )
  for (const kind of ['post', 'refund', 'moveHeld', 'move', 'return'])
    assert.ok((done.get(kind) ?? 0) > 0, `${kind} was never done`)
})
