// Nobody moves money alone above the limit: by approving their own request, in pieces, with a role
// they no longer have, twice at once, or late.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { readConfig } from '#src/config.ts'
import { addDays, date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { deskLimitsOn } from '#src/servicing/lender-rules.ts'
import { verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readAccountAudit } from '#src/store/accounts/account-audit.ts'
import { readEvents } from '#src/store/accounts/account-events.ts'
import { readRequest } from '#src/store/desk-money/money-requests.ts'
import { readAccessAudit } from '#src/store/logins/access-audit.ts'
import { chainOfStaff } from '#src/store/logins/access-chain.ts'
import { newTestId } from '#test/support/database.ts'
import {
  check,
  type PostingWorld,
  postingWorld,
  TODAY,
  whyNot,
} from '#test/support/posting-world.ts'

const ELENA = '1048264417'
const MARCUS = '1048264433'
let world: PostingWorld
let elena: string
let marcus: string
before(async () => {
  world = await postingWorld([ELENA, MARCUS])
  elena = (await world.book.ownerOf(ELENA)).accountId
  marcus = (await world.book.ownerOf(MARCUS)).accountId
})
after(() => world.close())

async function payments(accountId: string): Promise<number> {
  const events = await readEvents(world.ctx.db, accountId)
  return events.filter(({ payload }) => payload.kind === 'payment').length
}

test('a check above the limit waits for another person, and counts once she approves', async () => {
  const agent = await world.person('agent')
  const chief = await world.person('supervisor')
  const before = await payments(elena)
  const id = await world.asked(agent, check(elena, 50_001, date('2026-11-20')))
  assert.equal(whyNot(await world.alone(agent, id)), 'secondPersonNeeded')
  assert.equal(await payments(elena), before)
  assert.equal(whyNot(await world.approve(chief, id)), null)
  const events = await readEvents(world.ctx.db, elena)
  const posted = events.filter(({ payload }) => payload.kind === 'payment').at(-1)
  assert.deepEqual(
    [posted?.effectiveDate, posted?.payload.kind === 'payment' && posted.payload.amount],
    ['2026-11-20', 50_001],
  )
  const request = await readRequest(world.ctx.db, id)
  assert.deepEqual(
    [request?.state, request?.askedBy, request?.decidedBy, request?.alone],
    ['done', agent.staffId, chief.staffId, false],
  )
  const lines = (await readAccountAudit(world.ctx.db, elena)).map(({ actor, action }) => [
    actor.id,
    action,
  ])
  assert.ok(lines.some(([id, action]) => id === agent.staffId && action === 'money request made'))
  assert.ok(
    lines.some(([id, action]) => id === chief.staffId && action === 'money request carried out'),
  )
  const own = await readAccessAudit(world.ctx.db, chainOfStaff(chief.staffId))
  assert.ok(own.some(({ action }) => action === 'staffDecidedMoney'))
})

test('whoever asked never approves, whatever their role, and nobody else carries it out as alone', async () => {
  const chief = await world.person('supervisor')
  const other = await world.person('administrator')
  const id = await world.asked(chief, check(elena, 60_000))
  assert.equal(whyNot(await world.approve(chief, id)), 'ownRequest')
  assert.equal(whyNot(await world.refuse(chief, id)), 'ownRequest')
  assert.equal(whyNot(await world.alone(chief, id)), 'secondPersonNeeded')
  assert.equal(whyNot(await world.alone(other, id)), 'notAsker')
  assert.equal(whyNot(await world.withdraw(other, id)), 'notAsker')
  assert.equal(whyNot(await world.withdraw(chief, id)), null)
  assert.equal(whyNot(await world.approve(other, id)), 'requestDecided')
})

test('the database itself takes no request that its own asker approved', async () => {
  const chief = await world.person('supervisor')
  const id = await world.asked(chief, check(elena, 70_000))
  const stolen = { state: 'done' as const, decided_by: chief.staffId, decided_on: TODAY }
  const write = world.ctx.db
    .updateTable('money_request')
    .set({ ...stolen, decided_at: world.ctx.clock.now() })
    .where('id', '=', id)
    .execute()
  await assert.rejects(write, /violates check constraint/)
  const changed = world.ctx.db
    .updateTable('money_request')
    .set({ amount: cents(1) })
    .where('id', '=', id)
  await assert.rejects(changed.execute(), /permission denied/)
  await world.withdraw(chief, id)
})

test('at the limit one person is enough, one cent above it is not', async () => {
  const agent = await world.person('agent')
  const exactly = await world.asked(agent, check(elena, 50_000))
  assert.equal(whyNot(await world.alone(agent, exactly)), null)
  const cent = await world.asked(agent, check(elena, 1))
  assert.equal(whyNot(await world.alone(agent, cent)), 'secondPersonNeeded')
})

test('parts count together: on an account for seven days, on all of them for the day', async () => {
  const agent = await world.person('agent')
  for (const amount of [25_000, 25_000])
    assert.equal(
      whyNot(await world.alone(agent, await world.asked(agent, check(elena, amount)))),
      null,
    )
  const more = await world.asked(agent, check(elena, 100))
  assert.equal(whyNot(await world.alone(agent, more)), 'secondPersonNeeded')
  // Another account: 300.00 are left of the day's 800.00.
  const rest = await world.asked(agent, check(marcus, 30_000))
  assert.equal(whyNot(await world.alone(agent, rest)), null)
  const above = await world.asked(agent, check(marcus, 1))
  assert.equal(whyNot(await world.alone(agent, above)), 'secondPersonNeeded')
})

test('parts pressed at the same moment do not pass one beside the other', async () => {
  const agent = await world.person('agent')
  const ids: string[] = []
  for (let part = 0; part < 4; part += 1) ids.push(await world.asked(agent, check(elena, 25_000)))
  const answers = await Promise.all(ids.map((id) => world.alone(agent, id)))
  assert.equal(answers.filter(({ ok }) => ok).length, 2)
  assert.deepEqual(
    answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])),
    ['secondPersonNeeded', 'secondPersonNeeded'],
  )
})

test('two who approve at once move the money once; so does one who presses twice', async () => {
  const agent = await world.person('agent')
  const chiefs = [await world.person('supervisor'), await world.person('administrator')]
  const before = await payments(elena)
  const id = await world.asked(agent, check(elena, 90_000))
  const answers = await Promise.all([...chiefs, ...chiefs].map((chief) => world.approve(chief, id)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  for (const answer of answers) if (!answer.ok) assert.equal(answer.refusal.code, 'requestDecided')
  assert.equal(await payments(elena), before + 1)
})

test('approved and taken back at once: one of the two happens', async () => {
  const agent = await world.person('agent')
  const chief = await world.person('supervisor')
  const before = await payments(elena)
  const id = await world.asked(agent, check(elena, 90_000))
  const answers = await Promise.all([world.approve(chief, id), world.withdraw(agent, id)])
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  const [approved] = answers
  assert.equal(await payments(elena), before + (approved.ok ? 1 : 0))
})

test('a role taken away between asking and approving counts, on either side', async () => {
  const agent = await world.person('agent')
  const chief = await world.person('supervisor')
  const id = await world.asked(agent, check(elena, 90_000))
  const owner = new pg.Client({ connectionString: world.book.database.ownerUrl })
  await owner.connect()
  const setRole = (staffId: string, role: 'auditor' | 'agent') =>
    owner.query('update staff set role = $1 where id = $2', [role, staffId])
  // The session was opened as a supervisor; the row says otherwise by now.
  await setRole(chief.staffId, 'agent')
  assert.equal(whyNot(await world.approve(chief, id)), 'roleTooLow')
  await setRole(agent.staffId, 'auditor')
  const other = await world.person('supervisor')
  assert.equal(whyNot(await world.approve(other, id)), 'askerGone')
  assert.equal(whyNot(await world.refuse(other, id)), null)
  await owner.end()
})

test('whoever left between asking and approving moves nothing', async () => {
  const agent = await world.person('agent')
  const chief = await world.person('supervisor')
  const other = await world.person('supervisor')
  const end = (staffId: string) =>
    world.ctx.db
      .updateTable('staff')
      .set({ disabled_at: world.ctx.clock.now() })
      .where('id', '=', staffId)
      .execute()
  const id = await world.asked(agent, check(elena, 90_000))
  await end(chief.staffId)
  assert.equal(whyNot(await world.approve(chief, id)), 'roleTooLow')
  await end(agent.staffId)
  assert.equal(whyNot(await world.approve(other, id)), 'askerGone')
})

test('a request that nobody decided in time is over, and can only be refused or taken back', async () => {
  const agent = await world.person('agent')
  const chief = await world.person('supervisor')
  const id = await world.asked(agent, check(elena, 90_000))
  const set = (on: string) =>
    world.ctx.db
      .updateTable('business_date')
      .set({ on_date: date(on) })
      .execute()
  await set(addDays(TODAY, 6))
  assert.equal(whyNot(await world.approve(chief, id)), 'requestOver')
  await set(TODAY)
  const small = await world.asked(agent, check(marcus, 1_000))
  await set(addDays(TODAY, 6))
  assert.equal(whyNot(await world.alone(agent, small)), 'requestOver')
  assert.equal(whyNot(await world.refuse(chief, id)), null)
  await set(TODAY)
})

test('one form is one request; the same check is asked for and posted once', async () => {
  const agent = await world.person('agent')
  const order = check(marcus, 4_200)
  const key = newTestId()
  const [first, again] = await Promise.all([
    world.ask(agent, order, key),
    world.ask(agent, order, key),
  ])
  assert.deepEqual(first, again)
  assert.ok(first.ok)
  assert.equal(whyNot(await world.ask(agent, order)), 'requestOpen')
  assert.equal(whyNot(await world.alone(agent, first.value)), null)
  assert.equal(whyNot(await world.ask(agent, order)), 'requestOpen')
  const other = await world.person('agent')
  // Another's form key opens nothing of mine.
  assert.equal(whyNot(await world.ask(other, check(marcus, 4_300), key)), 'requestOpen')
})

test('a day ahead, or further back than the lender lets, is refused when it is asked for', async () => {
  const agent = await world.person('agent')
  const on = (day: string) => world.ask(agent, check(elena, 100, date(day)))
  assert.equal(whyNot(await on(addDays(TODAY, 1))), 'datedAhead')
  assert.equal(whyNot(await on(addDays(TODAY, -31))), 'datedTooFarBack')
  assert.equal(whyNot(await on(addDays(TODAY, -30))), null)
})

test('a lender whose file says nothing has two persons for everything', () => {
  const { aloneOnAccount, aloneInDay } = deskLimitsOn(readConfig({}).lender, date('2019-06-01'))
  assert.deepEqual([aloneOnAccount, aloneInDay], [0, 0])
})

test('after all of this the ledger follows from its events and every chain is whole', async () => {
  const { problems } = await verifyLedger(world.ctx)
  assert.deepEqual(problems, [])
  const broken: unknown[] = []
  await verifyAudit(world.ctx, {
    problem: (each: unknown) => broken.push(each),
    progress: () => undefined,
  })
  assert.deepEqual(broken, [])
})
