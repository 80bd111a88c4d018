// More passwords at once than the machine can hash, at their full cost: what does not fit is told
// so at once and for how long, and an owner's own browser goes before all who wait.
import assert from 'node:assert/strict'
import { availableParallelism } from 'node:os'
import { after, before, test } from 'node:test'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import { newTestId } from '#test/support/database.ts'
import { Browser, hiddenOf } from '#test/support/portal.ts'
import { PASSWORD } from '#test/support/served-portal.ts'
import { openSignedIn, type SignedInPortal, wordsOf } from '#test/support/signed-in.ts'

let world: SignedInPortal
before(async () => {
  world = await openSignedIn(['1048264417'])
})
after(() => world.close())

test('a flood of passwords: what does not fit is refused with 503 and a wait that is true', async () => {
  const { database } = world.book
  const login = await database.db.selectFrom('login').select('id').executeTakeFirstOrThrow()
  const token = newDeviceToken()
  const visit = { requestId: newTestId(), address: '192.0.2.8', device: 'test' }
  const seen = { loginId: login.id, token, visit, at: world.clock.now() }
  await keepKnownDevice({ db: database.db, newId: newTestId }, seen)
  const prepared = async (typed: Record<string, string>, address: string) => {
    const browser = new Browser(world.portal, address)
    const fields = { ...hiddenOf((await browser.get('/sign-in')).text), ...typed }
    return { browser, post: () => browser.post('/sign-in', fields) }
  }
  const owner = await prepared({ username: 'elena.marsh', password: PASSWORD }, '192.0.2.8')
  owner.browser.cookies.set('__Host-kt-device', token)
  const first = { username: 'nobody', password: 'wrong wrong wrong' }
  await (await prepared(first, '10.2.0.1')).post()
  const size = availableParallelism() + 64 + 20
  const flood = []
  for (let at = 0; at < size; at += 1) {
    const typed = { username: `nobody.${at}`, password: 'wrong wrong wrong' }
    flood.push(await prepared(typed, `10.1.${at >> 8}.${at & 255}`))
  }
  const started = performance.now()
  let left = size
  const answers = flood.map(async ({ post }) => {
    const answer = await post()
    left -= 1
    return { answer, after: (performance.now() - started) / 1000 }
  })
  // Once the first that does not fit has been told, the queue is full.
  while (left === size) await new Promise((resolve) => setTimeout(resolve, 5))
  const entered = await owner.post()
  assert.match(entered.headers.get('location') ?? '', /^\/confirm/)
  assert.ok(left > 20, `the owner went before ${left} who waited`)
  const all = await Promise.all(answers)
  const busy = all.filter(({ answer }) => answer.status === 503)
  const longest = Math.max(...all.map(({ after: seconds }) => seconds))
  assert.ok(busy.length > 0 && busy.length <= 20, `${busy.length} were told to wait`)
  for (const { answer, after: seconds } of busy) {
    const wait = Number(answer.headers.get('retry-after'))
    assert.ok(wait >= 1 && seconds + wait >= longest / 4, `${wait} of ${longest} seconds`)
    assert.match(wordsOf(answer.text), /Nothing is wrong with your account\. Try again in/)
  }
  assert.ok(all.every(({ answer }) => answer.status === 503 || answer.status === 422))
})
