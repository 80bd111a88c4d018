// Somebody tries stolen pairs of name and password from many addresses, a few of them right, while
// the owners sign in as on any day. The clock is the test's, so that an hour passes in seconds.
// What one password costs is lowered from 64 MiB and three passes to 1 MiB and one: how many are
// looked at does not depend on it, and the flood at full cost has a test of its own.
import assert from 'node:assert/strict'
import { hash, verify } from '@node-rs/argon2'
import { accepted } from '#src/domain/refusal.ts'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import type { Passwords } from '#src/identity/passwords.ts'
import { resolveSession, startVisitorSession } from '#src/identity/sessions.ts'
import { insertLogin } from '#src/store/logins/logins.ts'
import { newTestId, testDatabase } from './database.ts'
import { identityDeps, movableClock } from './identity-world.ts'

export type Attack = {
  readonly pairs: number
  readonly addresses: number
  readonly accounts: number
  /** Seconds of the portal's clock. */
  readonly lasts: number
  readonly failuresPerMinute: number
}

export type Figures = {
  readonly refused: number
  readonly waited: { own: number; network: number; site: number }
  /** Of the attack: the right password, and then a second factor is asked for. */
  readonly halfWay: number
  readonly opened: number
  readonly ownersIn: { known: number; new: number }
  readonly seconds: number
}

/** Each account's owner signs in once meanwhile from a known browser, and once from a new one. */
export async function stuffPasswords(of: Attack): Promise<Figures> {
  const database = await testDatabase()
  const clock = movableClock()
  const { failuresPerMinute } = of
  const deps = { ...identityDeps(database, clock), passwords: cheapPasswords, failuresPerMinute }
  const figures = {
    refused: 0,
    waited: { own: 0, network: 0, site: 0 },
    halfWay: 0,
    opened: 0,
    ownersIn: { known: 0, new: 0 },
  }
  try {
    const devices: string[] = []
    for (let at = 0; at < of.accounts; at += 1) devices.push(await plantOwner(deps, at))
    const started = performance.now()
    const attempt = async (from: { address: string; deviceToken: string | null }, typed: Typed) => {
      const visit = { requestId: newTestId(), device: 'test', ...from }
      const { session } = await startVisitorSession(deps, visit)
      return signIn(deps, { ...typed, session, visit })
    }
    const steal = async (at: number) => {
      const account = at % of.accounts
      const isRight = at % 500 === 499
      const password = isRight ? passwordOf(account) : `stolen elsewhere, number ${at}`
      const address = addressOf(at % of.addresses)
      const typed = { username: nameOf(account), password }
      const answer = await attempt({ address, deviceToken: null }, typed)
      if (answer.ok) {
        const lookup = await resolveSession(deps, answer.value.token)
        assert.ok(lookup.state === 'open')
        if (lookup.session.kind === 'half') figures.halfWay += 1
        else figures.opened += 1
      } else if (answer.refusal.code === 'waitBeforeTrying')
        figures.waited[answer.refusal.counted] += 1
      else figures.refused += 1
    }
    const own = async (account: number) => {
      const typed = { username: nameOf(account), password: passwordOf(account) }
      const address = `198.51.100.${account % 250}`
      const known = await attempt({ address, deviceToken: devices[account] ?? null }, typed)
      const strange = await attempt({ address, deviceToken: null }, typed)
      if (known.ok) figures.ownersIn.known += 1
      if (strange.ok) figures.ownersIn.new += 1
    }
    const every = Math.floor(of.pairs / of.accounts)
    for (let at = 0; at < of.pairs; at += every) {
      const batch = Array.from({ length: Math.min(every, of.pairs - at) }, (_, n) => at + n)
      const account = at / every
      await Promise.all([...batch.map(steal), ...(account < of.accounts ? [own(account)] : [])])
      clock.pass((of.lasts * batch.length) / of.pairs)
    }
    return { ...figures, seconds: Math.round((performance.now() - started) / 100) / 10 }
  } finally {
    await database.close()
  }
}

type Typed = { readonly username: string; readonly password: string }

const nameOf = (account: number) => `stuffed.${account}`
const passwordOf = (account: number) => `the owner's own long one ${account}`
const addressOf = (at: number) => `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`

async function plantOwner(deps: ReturnType<typeof identityDeps>, at: number): Promise<string> {
  const id = newTestId()
  const stored = await deps.passwords.store(passwordOf(at))
  assert.ok(stored.ok)
  const name = nameOf(at)
  const login = { id, username: name, normalizedName: name, password: stored.value, locale: 'en' }
  const createdAt = deps.clock.now()
  await deps.db.transaction().execute((tx) => insertLogin(tx, deps.vault, { ...login, createdAt }))
  const token = newDeviceToken()
  const visit = { requestId: newTestId(), device: 'test', address: '198.51.100.1' }
  await keepKnownDevice(deps, { loginId: id, token, visit, at: createdAt })
  return token
}

const cheap = { memoryCost: 1024, timeCost: 1, parallelism: 1 }

const cheapPasswords: Passwords = {
  store: async (password) => accepted(await hash(password, cheap)),
  check: async (_permit, { password, stored }) => {
    const other = stored ?? (await hash('nobody', cheap))
    return accepted({ matches: (await verify(other, password)) && stored !== null })
  },
}
