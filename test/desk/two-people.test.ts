// What takes two administrators, against one of them who goes around it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { hiddenOf, type Portal } from '#test/support/portal.ts'
import { type StaffWorld, staffWorld, tokenOf } from '#test/support/staff-world.ts'

let database: MigratedDatabase
let desk: Portal
let world: StaffWorld
const clock = movableClock()
before(async () => {
  database = await testDatabase()
  desk = await openDesk(database, clock)
  world = staffWorld(database, clock)
})
after(async () => {
  await desk.close()
  await database.close()
})

test('another’s link does not let whoever added somebody approve them; the command line does', async () => {
  const [adder, other] = [
    await atDesk(desk, world, 'administrator'),
    await atDesk(desk, world, 'administrator'),
  ]
  const email = 'second.self@desk.example'
  await adder.browser.submit('/staff/new', { name: 'Second Self', role: 'agent', email })
  const { id: staffId } = await database.db
    .selectFrom('staff')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const token = hiddenOf((await other.browser.get('/staff')).text).token ?? ''
  await other.browser.post('/staff/links', { token, person: staffId })
  const { id: link } = await database.db
    .selectFrom('staff_link')
    .select('id')
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow()
  const own = hiddenOf((await adder.browser.get('/staff')).text).token ?? ''
  const tried = await adder.browser.post('/staff/approvals', { token: own, link })
  assert.equal(tried.status, 422)
  assert.doesNotMatch(tried.text, /\/enroll\?link=/)
  const waiting = await database.db
    .selectFrom('staff')
    .select('approved_at')
    .where('id', '=', staffId)
    .executeTakeFirstOrThrow()
  assert.equal(waiting.approved_at, null)
  const made = tokenOf(await world.link(email))
  const device = world.device()
  assert.ok((await world.enroll(made, device)).ok)
  clock.pass(1)
  assert.ok((await world.signIn(await world.shown(device))).ok)
})
