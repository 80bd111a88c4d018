import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashRaw } from '@node-rs/argon2'
import { createPasswords } from '#src/identity/passwords.ts'
import type { AttemptPermit } from '#src/identity/throttle.ts'
import { createWorkQueue } from '#src/identity/work-queue.ts'
import { generateKeys, parseKeys } from '#src/vault/keys.ts'
import { createVault } from '#src/vault/vault.ts'

// Made by the reference program of the Debian package argon2 0~20171227: echo -n 'correct horse
// battery staple' | argon2 'salt of sixteen.' -id -v 13 -t 3 -k 65536 -p 1 -l 32 -r
const reference = 'c26819435cdec7b9656e82e614225ed61949f08b9f80b5bfd12ca28dd05a130d'

test('the library computes what the reference program computes', async () => {
  const computed = await hashRaw('correct horse battery staple', {
    salt: Buffer.from('salt of sixteen.'),
    memoryCost: 65_536,
    timeCost: 3,
    parallelism: 1,
    outputLen: 32,
  })
  assert.equal(computed.toString('hex'), reference)
})

test('a stored password says its parameters, and only the keys it was made with open it', async () => {
  const make = () => {
    const vault = createVault(parseKeys(generateKeys()))
    return createPasswords({ vault, limits: { atOnce: 2, waiting: 10 } })
  }
  const [ours, others] = [make(), make()]
  // The permit is the throttle's; these tests are about what comes after it.
  const permit = { keys: [] as AttemptPermit['keys'] } as AttemptPermit
  const password = 'a quiet road past seven mills'
  const stored = await ours.store(password)
  assert.ok(stored.ok)
  assert.match(stored.value, /^\$argon2id\$v=19\$m=65536,t=3,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  const again = await ours.store(password)
  assert.ok(again.ok && again.value !== stored.value)
  const given = { password, stored: stored.value }
  assert.deepEqual(await ours.check(permit, given), { ok: true, value: { matches: true } })
  assert.deepEqual(await others.check(permit, given), { ok: true, value: { matches: false } })
  const none = await ours.check(permit, { password, stored: null })
  assert.deepEqual(none, { ok: true, value: { matches: false } })
})

test('the whole password counts, as typed: no letter less, none in another case', async () => {
  const vault = createVault(parseKeys(generateKeys()))
  const passwords = createPasswords({ vault, limits: { atOnce: 2, waiting: 10 } })
  const permit = { keys: [] as AttemptPermit['keys'] } as AttemptPermit
  const password = ` a quiet road past seven mills ${'and a river '.repeat(8)}`
  const stored = await passwords.store(password)
  assert.ok(stored.ok)
  for (const other of [password.slice(0, -1), password.trim(), password.toUpperCase()]) {
    const answer = await passwords.check(permit, { password: other, stored: stored.value })
    assert.deepEqual(answer, { ok: true, value: { matches: false } })
  }
})

test('the queue runs so many at once, lets so many wait, and frees the place of one that fails', async () => {
  const queue = createWorkQueue({ atOnce: 2, waiting: 3 })
  let running = 0
  let most = 0
  const ends: (() => void)[] = []
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise<void>((resolve) => ends.push(resolve))
    running -= 1
    return 'done'
  }
  const runs = Array.from({ length: 7 }, () => queue.run(work))
  for (const full of await Promise.all(runs.slice(5))) assert.equal(full.done, false)
  while (ends.length > 0) {
    ends.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const run of runs.slice(0, 5)) assert.deepEqual(await run, { done: true, value: 'done' })
  assert.equal(most, 2)
  await assert.rejects(
    queue.run(() => Promise.reject(new Error('it failed'))),
    /it failed/,
  )
  assert.deepEqual(await queue.run(async () => 1), { done: true, value: 1 })
})

test('who waits is told how long at the pace of late; a known browser goes first, within bounds', async () => {
  const queue = createWorkQueue({ atOnce: 1, waiting: 20 })
  const order: string[] = []
  const run = (name: string, turn: 'first' | 'inOrder') => {
    const work = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100))
      order.push(name)
    }
    return queue.run(work, turn)
  }
  await run('before', 'inOrder')
  const strangers = Array.from({ length: 21 }, (_, at) => run(`stranger ${at}`, 'inOrder'))
  const full = await run('one more', 'inOrder')
  assert.ok(!full.done)
  // 21 runs of a tenth of a second each.
  assert.ok(full.retryAfterSeconds >= 2 && full.retryAfterSeconds <= 6, `${full.retryAfterSeconds}`)
  const owner = await run('owner', 'first')
  assert.ok(owner.done)
  assert.deepEqual(order, ['before', 'stranger 0', 'owner'])
  const owners = Array.from({ length: 21 }, (_, at) => run(`owner ${at}`, 'first'))
  assert.equal((await Promise.all([owners.at(-1)]))[0]?.done, false)
  await Promise.all([...strangers, ...owners])
})
