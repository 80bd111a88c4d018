// A code that is sent to a contact, as the second half of signing in.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  confirmByCode,
  sendSignInCode,
  waitingSignInCode,
} from '#src/identity/entry/confirm-by-code.ts'
import { waitingMessage } from '#test/support/codes.ts'
import { type MigratedDatabase, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, plantAccount } from '#test/support/identity-world.ts'
import { halfSession, plantLogin, type WorldDeps } from '#test/support/second-factors.ts'

let database: MigratedDatabase
let deps: WorldDeps
const clock = movableClock()
let people = 0

before(async () => {
  database = await testDatabase()
  deps = identityDeps(database, clock)
})
after(() => database.close())

async function somebody(): Promise<string> {
  people += 1
  const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  return plantLogin(database, deps, { username: `somebody.${people}`, person })
}

type Half = Awaited<ReturnType<typeof halfSession>>

async function sendTo(half: Half, contact = 'email-1'): Promise<string> {
  const sent = await sendSignInCode(deps, half, contact)
  assert.ok(sent.ok, JSON.stringify(sent))
  const { code } = await waitingMessage(database)
  assert.match(code ?? '', /^\d{6}$/)
  return code ?? ''
}

const answerTo = async (half: Half, code: string) => {
  const answer = await confirmByCode(deps, half, code)
  return answer.ok ? 'in' : answer.refusal.code
}

const other = (code: string) => (code === '000000' ? '000001' : '000000')

test('a code opens only the session that asked for it, and only once', async () => {
  const loginId = await somebody()
  const [asked, elsewhere] = [await halfSession(deps, loginId), await halfSession(deps, loginId)]
  const code = await sendTo(asked)
  assert.equal(await answerTo(elsewhere, code), 'codeSpent')
  assert.equal(await answerTo(asked, code), 'in')
  const again = await halfSession(deps, loginId)
  assert.equal(await answerTo(again, code), 'codeSpent')
})

test('a code works for ten minutes, to the second', async () => {
  const loginId = await somebody()
  const inTime = await halfSession(deps, loginId)
  const code = await sendTo(inTime)
  clock.pass(599)
  assert.equal(await answerTo(inTime, code), 'in')
  const late = await halfSession(deps, loginId)
  const second = await sendTo(late)
  clock.pass(600)
  assert.equal(await waitingSignInCode(deps, late.session), null)
  assert.equal(await answerTo(late, second), 'codeSpent')
})

test('another code ends the one before it and gives no tries back', async () => {
  const loginId = await somebody()
  const half = await halfSession(deps, loginId)
  const first = await sendTo(half)
  for (let wrong = 0; wrong < 3; wrong += 1)
    assert.equal(await answerTo(half, other(first)), 'codeWrong')
  const second = await sendTo(half)
  if (first !== second) assert.equal(await answerTo(half, first), 'codeWrong')
  assert.equal(await answerTo(half, other(second)), 'codeWrong')
  assert.equal(await answerTo(half, second), 'waitBeforeTrying')
})

test('it goes to a contact of the servicing file and to no other, and is kept as a hash', async () => {
  // Everybody of this test has one mailbox, and its hour of codes is used up.
  clock.pass(3_600)
  const loginId = await somebody()
  const half = await halfSession(deps, loginId)
  for (const invented of ['email-2', 'sms-9', 'thief@example.com', '']) {
    const sent = await sendSignInCode(deps, half, invented)
    assert.equal(sent.ok ? 'sent' : sent.refusal.code, 'contactNotFound')
  }
  const code = await sendTo(half)
  const rows = await database.db.selectFrom('sent_code').selectAll().execute()
  const audit = await database.db.selectFrom('access_audit').select('details').execute()
  assert.doesNotMatch(JSON.stringify([rows, audit]), new RegExp(`"${code}"`))
})
