// Every secret that works once, fired fifty times at the same moment on a real PostgreSQL: exactly
// one wins, and afterwards it is worth nothing. Tries are bounded too, so that each of the fifty has
// a budget of its own where the verb asks for one: what is left to decide is the database's.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPasskey } from '#src/identity/entry/change-passkeys.ts'
import { type Asking, enter, permitFactor } from '#src/identity/entry/confirm.ts'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { confirmByBackupCode } from '#src/identity/entry/confirm-by-backup-code.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import { makeBackupCodes } from '#src/identity/factors/backup-codes.ts'
import { askForNewPasskey, askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { judgePasskey } from '#src/identity/factors/passkey-proof.ts'
import { checkCode } from '#src/identity/factors/sent-code.ts'
import { confirmContact, waitingContactCode } from '#src/identity/proof/confirm-contact.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import { register } from '#src/identity/registration/register.ts'
import { resolveSession } from '#src/identity/sessions.ts'
import type { AttemptPermit } from '#src/identity/throttle.ts'
import { waitingCode } from '#test/support/codes.ts'
import { type MigratedDatabase, newTestId, testDatabase } from '#test/support/database.ts'
import { identityDeps, movableClock, plantAccount, visit } from '#test/support/identity-world.ts'
import { appCode } from '#test/support/oracle-totp.ts'
import { passkeyWorld } from '#test/support/passkey-world.ts'
import { codeSentTo, contactShown } from '#test/support/proofs.ts'
import { addApp, halfSession, plantLogin, signedIn } from '#test/support/second-factors.ts'

const times = 50
const clock = movableClock()
const password = 'a quiet road past seven mills'
let database: MigratedDatabase
let deps: ReturnType<typeof identityDeps>
let people = 0

before(async () => {
  database = await testDatabase()
  const made = identityDeps(database, clock)
  // Hashed and checked once: fifty runs of argon2 would only space the fifty transactions out.
  const once = <T extends unknown[], R>(work: (...given: T) => R) => {
    const known = new Map<string, R>()
    return (...given: T): R => {
      const key = JSON.stringify(given.at(-1))
      const answer = known.get(key) ?? work(...given)
      known.set(key, answer)
      return answer
    }
  }
  const { store, check } = made.passwords
  deps = { ...made, passwords: { store: once(store), check: once(check) } }
})
after(() => database.close())

/** Somebody new with an account; `hasLogin` with a way in as well. */
async function person(has: 'login' | 'nothing' = 'login') {
  people += 1
  // All of them have one phone, which gets five codes an hour.
  clock.pass(3601)
  const username = `racer.${people}`
  const [who] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
  const loginId = has === 'login' ? await plantLogin(database, deps, { username, person: who }) : ''
  return { username, who, loginId }
}

/** In a browser of its own that the login knows, which has tries of its own. */
async function fromOwnBrowser<A extends Asking>(asking: A): Promise<A> {
  const deviceToken = newDeviceToken()
  const { loginId } = asking.session
  await keepKnownDevice(deps, { loginId, token: deviceToken, visit: visit(), at: clock.now() })
  return { ...asking, visit: { ...visit(), deviceToken } }
}

const isIn = (answer: { ok: boolean; value?: unknown }) =>
  answer.ok && answer.value !== 'sentBefore'

/** What the caller decided before, or decides elsewhere. */
const permit = {} as AttemptPermit

type Race = () => Promise<(at: number) => Promise<boolean>>

const RACES: Record<string, Race> = {
  'the step of an authenticator app, in fifty sessions': async () => {
    const { username, loginId } = await person()
    const secret = await addApp(deps, username)
    clock.pass(30)
    const asking = await fifty(async () => fromOwnBrowser(await halfSession(deps, loginId)))
    const code = appCode(secret, clock.now())
    return async (at) => isIn(await confirmByAuthenticator(deps, one(asking, at), { code }))
  },
  'the step of an authenticator app, in one session': async () => {
    const { username, loginId } = await person()
    const secret = await addApp(deps, username)
    clock.pass(30)
    const half = await halfSession(deps, loginId)
    const asking = await fifty(() => fromOwnBrowser(half))
    const code = appCode(secret, clock.now())
    return async (at) => isIn(await confirmByAuthenticator(deps, one(asking, at), { code }))
  },
  'a code by text message': () => sentCode('sms-1'),
  'a code by e-mail': () => sentCode('email-1'),
  'a backup code, in fifty sessions': async () => {
    const { username, loginId } = await person()
    const made = await makeBackupCodes(deps, await signedIn(deps, username), newTestId())
    assert.ok(made.ok)
    const code = made.value[0]?.code ?? ''
    const asking = await fifty(async () => fromOwnBrowser(await halfSession(deps, loginId)))
    return async (at) => isIn(await confirmByBackupCode(deps, one(asking, at), code))
  },
  'the code to a contact, to register': () => contactCode('registration'),
  'the code to a contact, to recover': () => contactCode('recovery'),
  'a registration’s last form, fifty different ones': async () => {
    const { who } = await person('nothing')
    const session = await contactShown(deps, who, 'registration')
    return async (at) => {
      const username = `registered.${people}.${at}`
      const form = { username, password, formKey: newTestId(), locale: 'en' }
      return isIn(await register(deps, { ...form, session, visit: visit() }))
    }
  },
  'a recovery’s last form, fifty different ones': async () => {
    const { who } = await person()
    const session = await contactShown(deps, who, 'recovery')
    return async () => {
      const form = { password: 'the new password of all fifty', formKey: newTestId() }
      return (await resetPassword(deps, { ...form, session, visit: visit() })).ok
    }
  },
  'what a passkey signs': async () => {
    const world = passkeyWorld(database, clock)
    const { username } = await person()
    const device = world.device()
    assert.ok((await world.add(username, device)).ok)
    const { session, response } = await world.shown(device)
    return async () => {
      const given = { sessionId: session.id, response }
      const run = deps.db.transaction()
      return (await run.execute((tx) => judgePasskey(tx, deps, permit, given))).is === 'shown'
    }
  },
  'what a new passkey answers': async () => {
    const world = passkeyWorld(database, clock)
    const { username } = await person()
    const session = await world.fresh(username)
    const response = world.device().make(await askForNewPasskey(deps, session))
    return async () => {
      const given = { name: 'phone', response }
      return (await addPasskey(deps, { session, visit: visit() }, given)).ok
    }
  },
}

for (const [name, prepare] of Object.entries(RACES))
  test(`fifty times at once, one wins: ${name}`, async () => {
    const fire = await prepare()
    const won = await Promise.all(Array.from({ length: times }, (_, at) => fire(at)))
    assert.equal(won.filter(Boolean).length, 1)
    assert.equal(await fire(0), false, 'used up')
  })

test('one assertion fired fifty times at once signs in once', async () => {
  const world = passkeyWorld(database, clock)
  const { username } = await person()
  const device = world.device()
  assert.ok((await world.add(username, device)).ok)
  const shown = await world.shown(device)
  const answers = await Promise.all(Array.from({ length: times }, () => world.signIn(shown)))
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  await askForPasskey(deps, shown.session)
  assert.ok((await world.signIn(await world.shown(device))).ok)
})

test('a factor that is shown while the password is reset opens nothing that outlives the reset', async () => {
  const { loginId, who } = await person()
  const session = await contactShown(deps, who, 'recovery')
  const asking = await halfSession(deps, loginId)
  const permitted = await permitFactor(deps, asking)
  assert.ok(permitted.ok)
  const shown = { permit: permitted.value, method: 'sms' } as const
  const form = { password: 'eleven lanterns on a wet pier', formKey: newTestId() }
  // The reset begins when everything is written and before it is committed.
  const [opened, reset] = await deps.db.transaction().execute(async (tx) => {
    const entered = await enter(tx, deps, asking, shown)
    const resetting = resetPassword(deps, { ...form, session, visit: visit() })
    await new Promise((resolve) => setTimeout(resolve, 500))
    return [entered, resetting.then((answer) => ({ answer }))] as const
  })
  assert.ok((await reset).answer.ok)
  assert.ok(opened !== 'sentBefore')
  assert.equal((await resolveSession(deps, opened.token)).state, 'ended')
  const late = await deps.db.transaction().execute((tx) => enter(tx, deps, asking, shown))
  assert.equal(late, 'sentBefore', 'and what comes after it opens nothing')
})

async function sentCode(contact: string) {
  const { loginId } = await person()
  const half = await halfSession(deps, loginId)
  assert.ok((await sendSignInCode(deps, half, contact)).ok)
  const code = await waitingCode(database)
  const asking = await fifty(() => fromOwnBrowser(half))
  return async (at: number) => isIn(await confirmByCode(deps, one(asking, at), code))
}

/** First the verb, of which the budget lets five look; then what decides, with no budget before. */
async function contactCode(purpose: 'registration' | 'recovery') {
  const { who } = await person(purpose === 'recovery' ? 'login' : 'nothing')
  const first = await codeSentTo(deps, who, purpose)
  const { code } = first
  const answers = await Promise.all(
    Array.from({ length: times }, () => confirmContact(deps, first.asking, code)),
  )
  assert.equal(answers.filter(({ ok }) => ok).length, 1)
  clock.pass(3601)
  const second = await codeSentTo(deps, who, purpose)
  const waiting = await waitingContactCode(deps, second.asking)
  const given = {
    id: waiting?.id ?? '',
    sessionId: second.asking.session.id,
    code: second.code,
  }
  const at = { vault: deps.vault, now: clock.now() }
  return async () => {
    const run = deps.db.transaction()
    return (await run.execute((tx) => checkCode(tx, at, permit, given))) === 'right'
  }
}

async function fifty<T>(make: () => Promise<T>): Promise<T[]> {
  const made: T[] = []
  for (let at = 0; at < times; at += 1) made.push(await make())
  return made
}

function one<T>(of: readonly T[], at: number): T {
  return of[at] ?? assert.fail('there are fifty')
}
