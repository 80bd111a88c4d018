// What the sign-in page says when waiting for one's own tries is not what helps.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { countOnSite } from '#src/identity/entry/site-budget.ts'
import { permitAttempt } from '#src/identity/throttle.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { Browser, openPortal, type Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'

let database: MigratedDatabase
let portal: Portal
const clock = movableClock()

before(async () => {
  database = await testDatabase()
  portal = await openPortal(database, clock)
})
after(async () => {
  await portal.close()
  await database.close()
})

const typed = (username: string) => ({ username, password: 'wrong wrong wrong wrong' })

test('a hundred wrong tries: the page says what still works, in both languages', async () => {
  for (let tries = 1; tries <= 100; tries += 1) {
    const lane = { scope: 'sign-in-name', key: 'closed.name' } as const
    assert.ok((await permitAttempt(database, [lane], clock.now())).allowed)
    clock.pass(3600)
  }
  const answer = await new Browser(portal).submit('/sign-in', typed('closed.name'))
  assert.equal(answer.status, 429)
  assert.match(wordsOf(answer.text), /The password no longer works in this browser/)
  assert.match(wordsOf(answer.text), /a passkey or with a browser you used before/)
  assert.match(answer.text, /<a href="\/recover">choose a new password<\/a>/)
  const spanish = new Browser(portal)
  await spanish.get('/sign-in?lang=es')
  const said = await spanish.submit('/sign-in?lang=es', typed('closed.name'))
  assert.match(said.text, />elija una contraseña nueva</)
})

test('the whole site’s minute: the page says that it is not this account, and until when', async () => {
  const { failuresPerMinute } = portal.config
  await database.db.transaction().execute(async (tx) => {
    const deps = { vault: database.vault, failuresPerMinute }
    for (let wrong = 1; wrong <= failuresPerMinute; wrong += 1)
      await countOnSite(tx, deps, clock.now())
  })
  clock.pass(20)
  const answer = await new Browser(portal).submit('/sign-in', typed('anybody'))
  assert.equal(answer.status, 429)
  assert.equal(answer.headers.get('retry-after'), '40')
  assert.match(wordsOf(answer.text), /on our whole site, so new browsers wait\. Try again in 40/)
  clock.pass(40)
  assert.equal((await new Browser(portal).submit('/sign-in', typed('anybody'))).status, 422)
})
