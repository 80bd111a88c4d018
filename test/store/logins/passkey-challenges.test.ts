import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putChallenge, takeChallenge } from '#src/store/logins/passkey-challenges.ts'
import { newTestId, testDatabase } from '#test/support/database.ts'

const { db, close } = await testDatabase()
after(close)

const now = '2026-11-24T16:48:00.000Z'
const expiresAt = '2026-11-24T16:53:00.000Z'

const put = (sessionId: string, fill: number) =>
  db.transaction().execute((tx) =>
    putChallenge(tx, {
      sessionId,
      purpose: 'show',
      challenge: new Uint8Array(32).fill(fill),
      expiresAt,
    }),
  )

const take = (sessionId: string, purpose: 'show' | 'add', at = now) =>
  db.transaction().execute((tx) => takeChallenge(tx, { sessionId, purpose, now: at }))

test('taken fifty times at once, a challenge is had once', async () => {
  const sessionId = newTestId()
  await put(sessionId, 1)
  const taken = await Promise.all(Array.from({ length: 50 }, () => take(sessionId, 'show')))
  assert.equal(taken.filter(Boolean).length, 1)
})

test('for its own session and purpose, until it ends, and the last one asked for', async () => {
  const sessionId = newTestId()
  await put(sessionId, 1)
  await put(sessionId, 2)
  assert.equal(await take(newTestId(), 'show'), null)
  assert.equal(await take(sessionId, 'add'), null)
  assert.deepEqual(Buffer.from((await take(sessionId, 'show')) ?? []), Buffer.alloc(32, 2))
  await put(sessionId, 3)
  assert.equal(await take(sessionId, 'show', expiresAt), null)
  assert.equal(await take(sessionId, 'show'), null)
})
