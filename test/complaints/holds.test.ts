// Complaint 12 of PRODUCT section D: repossessed though paid or deferred. An order to take the
// vehicle is held in the transaction of what speaks against it, and the list is read from it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Owner } from '#src/servicing/context.ts'
import { recordOnAccount } from '#src/servicing/holds/record-on-account.ts'
import { loadForUpdate } from '#src/servicing/load-account.ts'
import { postPayment } from '#src/servicing/post-payment.ts'
import { readFlags } from '#src/store/accounts/account-flags.ts'
import { readAccount } from '#src/store/accounts/accounts.ts'
import { type ComplaintWorld, complaintWorld } from '#test/support/complaint-world.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { type Browser, hiddenOf, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const DANA = '1048264433'
const ELENA = '1048264417'
let world: ComplaintWorld
let desk: Portal
let staff: ReturnType<typeof staffWorld>
let dana: Owner
let supervisor: Browser
before(async () => {
  world = await complaintWorld([DANA, ELENA])
  const { book, clock } = world
  desk = await openDesk(book.database, clock)
  staff = staffWorld(book.database, clock)
  dana = await book.ownerOf(DANA)
  supervisor = (await atDesk(desk, staff, 'supervisor')).browser
})
after(async () => {
  await desk.close()
  await world.close()
})

const fields = { since: '2026-11-24', reason: 'No answer to four letters.' }

const order = (accountId: string) =>
  supervisor.submit(`/accounts/${accountId}/repossession`, fields)

/** What an agent reads before going: [may be taken, held]. */
async function agentsList(): Promise<[string, string]> {
  const { browser } = await atDesk(desk, staff, 'agent')
  const words = wordsOf((await browser.get('/repossessions')).text)
  const at = words.indexOf('Held: leave the vehicle where it is')
  assert.ok(at > 0, words)
  return [words.slice(0, at), words.slice(at)]
}

async function lift(kind: string): Promise<void> {
  const flags = await readFlags(world.ctx.db, dana.accountId)
  const flag = flags.find((each) => each.kind === kind && each.lifted === null)
  assert.ok(flag, `${kind} is in force`)
  const path = `/accounts/${dana.accountId}/flags/${flag.id}/lift`
  const told = wordsOf((await supervisor.get(path)).text)
  assert.equal(/an agent may take the vehicle from that moment/.test(told), kind === 'hold')
  const answer = await supervisor.submit(path, { reason: 'Looked at by me.' })
  assert.match(answer.headers.get('location') ?? '', /done=lifted/, wordsOf(answer.text))
}

test('complaint 12: no vehicle is ordered back while nothing is past due', async () => {
  const elena = await world.book.ownerOf(ELENA)
  const answer = await order(elena.accountId)
  assert.equal(answer.status, 422)
  assert.match(wordsOf(answer.text), /Nothing is past due on this account/)
  assert.ok(answer.text.includes(`value="${fields.reason}"`))
})

test('complaint 12: a payment that the customer sets holds the order before its page has answered', async () => {
  assert.equal((await order(dana.accountId)).status, 303)
  assert.match((await agentsList())[0], /Account ending 4433/)
  const person = await world.signIn('dana.whitlock', DANA)
  const query = new URLSearchParams({ choice: 'due', on: '2026-11-25' })
  const review = await person.browser.get(`${person.base}/payments/review?${query}`)
  const form = { ...hiddenOf(review.text), agreed: 'yes' }
  assert.equal((await person.browser.post(`${person.base}/payments`, form)).status, 303)
  const [free, held] = await agentsList()
  assert.doesNotMatch(free, /4433/)
  assert.match(held, /Account ending 4433 The vehicle stays/)
  const page = wordsOf((await supervisor.get(`/accounts/${dana.accountId}`)).text)
  assert.match(page, /The vehicle stays A payment was set after the order\./)
})

test('complaint 12: lifted by a supervisor, held again by money and by moved due dates', async () => {
  const { ctx } = world
  const { accountId } = dana
  await lift('hold')
  assert.match((await agentsList())[0], /4433/)
  const terms = { extra: 'installments', extraAmount: null, toCharges: cents(0) } as const
  const paid = { accountId, amount: cents(1_000), effectiveDate: date('2026-11-24'), ...terms }
  await postPayment(ctx, { ...paid, channel: 'mail', paymentId: null })
  assert.match((await agentsList())[1], /4433/)
  await lift('hold')
  await ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, accountId)
    const payload = { kind: 'extension', months: 1, reason: 'hardship' } as const
    const facts = [{ effectiveDate: date('2026-11-24'), payload }]
    await recordOnAccount(tx, ctx, { loaded, facts, actor: { kind: 'staff', id: 'somebody' } })
  })
  const [free, held] = await agentsList()
  assert.doesNotMatch(free, /4433/)
  assert.match(held, /4433/)
})

test('complaint 12: money on its way holds an order from its first instant, and a bankruptcy too', async () => {
  await lift('hold')
  await lift('repossession')
  assert.doesNotMatch((await agentsList()).join(), /4433/)
  // The payment of above is still set; something else is past due.
  await world.book.ctx.db.transaction().execute(async (tx) => {
    const loaded = await loadForUpdate(tx, dana.accountId)
    const payload = { kind: 'chargeOff', reason: 'loss' } as const
    const facts = [{ effectiveDate: date('2026-11-24'), payload }]
    await recordOnAccount(tx, world.ctx, {
      loaded,
      facts,
      actor: { kind: 'staff', id: 'somebody' },
    })
  })
  assert.equal((await order(dana.accountId)).status, 303)
  assert.match((await agentsList())[1], /4433/)
  const { obligorId } = dana
  const kind = `bankruptcy ${obligorId}`
  const noted = await supervisor.submit(`/accounts/${dana.accountId}/flags`, { ...fields, kind })
  assert.equal(noted.status, 303)
  await lift('hold')
  assert.match((await agentsList())[1], /4433 Bankruptcy/)
})

test('complaint 12: an agent gives no order and lifts nothing, and the row says what the flags say', async () => {
  const { browser } = await atDesk(desk, staff, 'agent')
  const { accountId } = dana
  assert.equal((await browser.get(`/accounts/${accountId}/repossession`)).status, 403)
  const flags = await readFlags(world.ctx.db, accountId)
  const lifting = `/accounts/${accountId}/flags/${flags[0]?.id}/lift`
  assert.equal((await browser.get(lifting)).status, 403)
  const standing = flags.filter(({ lifted }) => lifted === null).map(({ kind }) => kind)
  const account = await readAccount(world.ctx.db, accountId)
  assert.deepEqual(account?.flags, [...new Set(standing)].sort())
})
