// One login of the model: the portal's own verbs on a real database on one side, what the policy
// says on the other. Each act compares the two.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { accepted, type Outcome } from '#src/domain/refusal.ts'
import { keepKnownDevice, newDeviceToken } from '#src/identity/entry/known-device.ts'
import type { Passwords } from '#src/identity/passwords.ts'
import {
  type OpenedSession,
  resolveSession,
  type SignedInSession,
  startVisitorSession,
} from '#src/identity/sessions.ts'
import { type MigratedDatabase, newTestId } from '../database.ts'
import {
  identityDeps,
  type MovableClock,
  type Person,
  plantAccount,
  sessionOf,
} from '../identity-world.ts'
import type { PasskeyDevice } from '../passkey-device.ts'
import { plantLogin, type WorldDeps } from '../second-factors.ts'
import { type Actor, type Device, type Issued, minute, type Shown, stateOf } from './policy.ts'

export type App = { readonly id: string; readonly secret: string; lastStep: number }
export type SentCode = {
  readonly code: string
  readonly to: 'sms' | 'email'
  readonly sentAt: number
  tries: number
  isOver: boolean
}
export type Key = {
  readonly id: string
  readonly device: PasskeyDevice
  isRemoved: boolean
  /** The login was reported since: alone it signs in once it was shown after the password. */
  afterPassword: boolean
  /** By its owner, in a row. */
  failures: number
}

/** In a row; of codes that were sent, all. */
type Tries = { password: number; factor: number; sends: number }

export class SignInWorld {
  readonly deps: WorldDeps
  readonly clock: MovableClock
  readonly person: Person
  readonly username: string
  readonly loginId: string
  readonly devices: Record<Device['name'], Device>
  strangerKnowsPassword: boolean
  password = 'a quiet road past seven mills'
  isGivenUp = false
  heldUntil = 0
  readonly issued: Issued[] = []
  readonly visitors: string[] = []
  readonly known = new Set<Device['name']>(['ownersOld'])
  readonly codes = new Map<string, SentCode[]>()
  apps: App[] = []
  backupCodes: { readonly unused: string[]; readonly used: string[] } = { unused: [], used: [] }
  readonly keys: Key[] = []
  /** By browser: what its own budgets may ask a wait for. */
  readonly tries: Record<Device['name'], Tries> = noTries()

  private constructor(
    made: Pick<SignInWorld, 'deps' | 'clock' | 'person' | 'username' | 'loginId' | 'devices'>,
    strangerKnowsPassword: boolean,
  ) {
    this.deps = made.deps
    this.clock = made.clock
    this.person = made.person
    this.username = made.username
    this.loginId = made.loginId
    this.devices = made.devices
    this.strangerKnowsPassword = strangerKnowsPassword
  }

  /** Someone new, whose old browser is known, days after everybody before. */
  static async open(
    database: MigratedDatabase,
    clock: MovableClock,
    stranger: { readonly knowsPassword: boolean },
  ): Promise<SignInWorld> {
    clock.pass(3 * 24 * 3600)
    const deps = { ...identityDeps(database, clock), passwords: quickPasswords }
    people += 1
    const username = `model.${people}`
    const [person] = await plantAccount(database, `KT-${String(people).padStart(8, '0')}`)
    const loginId = await plantLogin(database, deps, { username, person })
    const made = { deps, clock, person, username, loginId, devices: newDevices() }
    const world = new SignInWorld(made, stranger.knowsPassword)
    const { ownersOld } = world.devices
    await database.db
      .updateTable('login')
      .set({ password: stored(world.password) })
      .where('id', '=', loginId)
      .execute()
    const seen = { loginId, token: ownersOld.token, visit: world.visit(ownersOld) }
    await keepKnownDevice(deps, { ...seen, at: clock.now() })
    return world
  }

  get now(): number {
    return Date.parse(this.clock.now())
  }

  visit(device: Device) {
    const { token: deviceToken, address } = device
    return { requestId: newTestId(), device: 'model', address, deviceToken }
  }

  knowsPassword(actor: Actor): boolean {
    return actor === 'owner' || this.strangerKnowsPassword
  }

  /** Compares what a token opens with what the policy says it does. Null: nothing. */
  async look(issued: Issued) {
    const { now } = this
    const wanted = stateOf(issued, now)
    const lookup = await resolveSession(this.deps, issued.token)
    const found = lookup.state === 'open' ? lookup.session.kind : 'ended'
    assert.equal(found, wanted, 'what the token opens')
    if (issued.actor === 'stranger') assert.notEqual(found, 'signedIn', 'a stranger is in')
    if (lookup.state !== 'open' || lookup.session.kind === 'visitor') return null
    if (issued.lastSeen + minute <= now) issued.lastSeen = now
    return lookup.session
  }

  async lookSignedIn(issued: Issued): Promise<SignedInSession | null> {
    const session = await this.look(issued)
    return session?.kind === 'signedIn' ? session : null
  }

  /** A token came of it: with what it has shown, until then. */
  issue(
    opened: OpenedSession,
    by: { actor: Actor; device: Device; shown: readonly Shown[]; endsAt: number },
  ): Issued {
    const issued = { ...by, token: opened.token, lastSeen: this.now, isOver: false }
    this.issued.push(issued)
    return issued
  }

  /** Holds an answer against the policy. True: it let somebody go on, as it should. */
  judge(answer: Outcome<unknown>, may: { readonly win: boolean; readonly wait: boolean }): boolean {
    if (answer.ok) {
      assert.ok(may.win, 'let in by what the policy refuses')
      return true
    }
    if (!may.win) return false
    const { code } = answer.refusal
    const isWait = code === 'waitBeforeTrying' || code === 'tooManyFailures'
    assert.ok(isWait, `what the policy lets in was refused: ${code}`)
    assert.ok(may.wait, 'kept out by a wait that is not of their own making')
    return false
  }

  endAll(keep?: Issued): void {
    for (const issued of this.issued) if (issued !== keep) issued.isOver = true
  }

  async visitor() {
    const { token } = await startVisitorSession(this.deps, this.visit(this.devices.strangers))
    this.visitors.push(token)
    const session = await sessionOf(this.deps, token)
    assert.ok(session.kind === 'visitor')
    return session
  }
}

let people = 0

export function noTries(): Record<Device['name'], Tries> {
  const none = () => ({ password: 0, factor: 0, sends: 0 })
  return { ownersOld: none(), ownersNew: none(), strangers: none() }
}

function newDevices(): SignInWorld['devices'] {
  const device = (name: Device['name'], address: string) => ({
    name,
    address,
    token: newDeviceToken(),
  })
  // The stranger sits in the owner's own network: a neighbor, or a carrier that shares addresses.
  return {
    ownersOld: device('ownersOld', '203.0.113.20'),
    ownersNew: device('ownersNew', '203.0.113.20'),
    strangers: device('strangers', '203.0.113.20'),
  }
}

/** What argon2 costs is no part of the model. */
const quickPasswords: Passwords = {
  store: async (password) => accepted(stored(password)),
  check: async (_permit, given) => accepted({ matches: given.stored === stored(given.password) }),
}

function stored(password: string): string {
  return createHash('sha256').update(password).digest('base64')
}
