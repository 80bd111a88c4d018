// Random lives of a login. What must hold whatever happens:
//
// 1. Nothing of an account opens without the factors that the policy asks for, every token that was
//    ever given out opens exactly what the policy says, and level 3 asks for a fresh factor.
// 2. No stranger keeps the owner out, not with the password, not from the owner's own network: on a
//    known browser the right password and a factor let in, with no wait that strangers have made;
//    a passkey lets in at once, from anywhere.
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { testDatabase } from '../database.ts'
import { movableClock } from '../identity-world.ts'
import { openPortal, type Portal } from '../portal.ts'
import * as change from './change.ts'
import * as enter from './enter.ts'
import { type Device, type Issued, stateOf, stepAt } from './policy.ts'
import { SignInWorld } from './world.ts'

type Act = { readonly name: string; readonly run: (world: SignInWorld) => Promise<void> }

export type ModelRun = { readonly lives: number; readonly acts: number; readonly seed?: number }

/** Throws with the shortest life that breaks one of the two. */
export async function runSignInModel(of: ModelRun): Promise<void> {
  const database = await testDatabase()
  const clock = movableClock()
  const portal = await openPortal(database, clock)
  const lives = fc.array(act, { minLength: 1, maxLength: of.acts, size: 'max' })
  try {
    await fc.assert(
      fc.asyncProperty(lives, fc.boolean(), async (acts, knowsPassword) => {
        const world = await SignInWorld.open(database, clock, { knowsPassword })
        for (const { run } of acts) await run(world)
        await everyToken(world, portal)
        await besiege(world)
        await ownerGetsIn(world)
        await passkeysGetIn(world)
        await everyToken(world, portal)
      }),
      { numRuns: of.lives, ...(of.seed !== undefined && { seed: of.seed }), verbose: 1 },
    )
  } finally {
    await portal.close()
    await database.close()
  }
}

const at = fc.nat({ max: 9 })
const ownersDevice = fc.constantFrom('ownersOld' as const, 'ownersNew' as const)

/** One of the newest tokens, now and then any that there ever was. */
function pick(world: SignInWorld, index: number): Issued | undefined {
  const { issued } = world
  return index < 7 ? issued.at(-1 - (index % 3)) : issued[index % Math.max(1, issued.length)]
}

function named<T>(
  name: string,
  given: fc.Arbitrary<T>,
  run: (world: SignInWorld, given: T) => Promise<unknown>,
): fc.Arbitrary<Act> {
  return given.map((value) => ({
    name: `${name} ${JSON.stringify(value)}`,
    run: async (world) => void (await run(world, value)),
    [fc.toStringMethod]: () => `${name} ${JSON.stringify(value)}`,
  }))
}

function onToken<T>(
  name: string,
  given: fc.Arbitrary<T>,
  run: (world: SignInWorld, issued: Issued, given: T) => Promise<unknown>,
): fc.Arbitrary<Act> {
  return named(name, fc.tuple(at, given), async (world, [index, value]) => {
    const issued = pick(world, index)
    if (issued) await run(world, issued, value)
  })
}

const nothing = fc.constant(null)

const password = named(
  'password',
  fc.record({
    device: fc.constantFrom('ownersOld' as const, 'ownersNew' as const, 'strangers' as const),
    password: fc.constantFrom('right' as const, 'right' as const, 'wrong' as const),
  }),
  (world, { device, password }) => {
    const actor = device === 'strangers' ? 'stranger' : 'owner'
    return enter.enterPassword(world, { actor, device: world.devices[device], password })
  },
)

const appInput = fc.constantFrom<enter.AppInput[]>(0, 0, -1, -2, 1, 'replayed', 'wrong')
const codeInput = fc.constantFrom('right' as const, 'right' as const, 'wrong', 'old', 'others')
const backupInput = fc.constantFrom('asked' as const, 'asked' as const, 'used', 'next', 'wrong')
const to = fc.constantFrom('sms' as const, 'email' as const)

/** A whole way in, so that lives go further than the first half. */
const wholeEntry = named('enter', fc.tuple(ownersDevice, to), (world, [device, contact]) =>
  enterWhole(world, device, contact),
)

async function enterWhole(
  world: SignInWorld,
  name: 'ownersOld' | 'ownersNew',
  contact: 'sms' | 'email',
): Promise<void> {
  const device = world.devices[name]
  const half = await enter.enterPassword(world, { actor: 'owner', device, password: 'right' })
  if (!half) return
  await enter.sendCode(world, half, contact)
  await enter.showCode(world, half, 'right')
}

const entryByApp = named(
  'enter by app',
  fc.record({
    device: ownersDevice,
    input: appInput,
    app: at,
    after: fc.constantFrom(0, 0, 30, 120),
  }),
  async (world, { device: name, after, ...given }) => {
    if (world.apps.length === 0) {
      await enterWhole(world, name, 'sms')
      const entered = world.issued.at(-1)
      if (entered) await change.addApp(world, entered)
    }
    world.clock.pass(after)
    const device = world.devices[name]
    const half = await enter.enterPassword(world, { actor: 'owner', device, password: 'right' })
    if (half) await enter.showAppCode(world, half, given)
  },
)

const entryByBackupCode = named(
  'enter by backup code',
  fc.record({ device: ownersDevice, input: backupInput }),
  async (world, { device: name, input }) => {
    if (world.backupCodes.unused.length === 0) {
      await enterWhole(world, name, 'sms')
      const entered = world.issued.at(-1)
      if (entered) await change.makeCodes(world, entered)
    }
    const device = world.devices[name]
    const half = await enter.enterPassword(world, { actor: 'owner', device, password: 'right' })
    if (half) await enter.showBackupCode(world, half, input)
  },
)

const lifeOfPasskey = named(
  'a life of a passkey',
  fc.record({ device: ownersDevice, end: fc.constantFrom('removed', 'kept') }),
  async (world, { device: name, end }) => {
    if (world.keys.length === 0) {
      await enterWhole(world, name, 'sms')
      const entered = world.issued.at(-1)
      if (entered) await change.addKey(world, entered)
    }
    const device = world.devices[name]
    const key = world.keys.length - 1
    await enter.enterByPasskey(world, device, { key, input: 'right' })
    const entered = world.issued.at(-1)
    if (end === 'kept' || entered?.actor !== 'owner') return
    await change.removeKey(world, entered, key)
    await enter.enterByPasskey(world, device, { key, input: 'right' })
  },
)

/** Requests just within the idle limit, past every other one; a factor is shown again between. */
const longDay = onToken('a long day', nothing, async (world, issued) => {
  const isBusy = async (token: Issued) => {
    for (let visit = 0; visit < 30; visit += 1) {
      world.clock.pass(840)
      if (!(await world.look(token))) return
    }
  }
  await isBusy(issued)
  await enter.sendCode(world, issued, 'sms')
  await enter.showCode(world, issued, 'right')
  const last = world.issued.at(-1)
  if (last) await isBusy(last)
})

const lateCode = onToken(
  'a late code',
  fc.constantFrom(598, 599, 600, 601),
  async (world, issued, after) => {
    await enter.sendCode(world, issued, 'sms')
    world.clock.pass(after)
    await enter.showCode(world, issued, 'right')
  },
)

const sixthTry = onToken('a sixth try', nothing, async (world, issued) => {
  await enter.sendCode(world, issued, 'sms')
  for (let tries = 0; tries < 5; tries += 1) await enter.showCode(world, issued, 'wrong')
  world.clock.pass(61)
  await enter.showCode(world, issued, 'right')
})

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: entryByBackupCode },
  { weight: 3, arbitrary: lifeOfPasskey },
  { weight: 1, arbitrary: longDay },
  { weight: 3, arbitrary: lateCode },
  { weight: 2, arbitrary: sixthTry },
  { weight: 7, arbitrary: entryByApp },
  { weight: 5, arbitrary: password },
  { weight: 5, arbitrary: wholeEntry },
  { weight: 3, arbitrary: onToken('send', to, enter.sendCode) },
  { weight: 4, arbitrary: onToken('code', codeInput, enter.showCode) },
  {
    weight: 5,
    arbitrary: onToken('app', fc.record({ input: appInput, app: at }), enter.showAppCode),
  },
  { weight: 4, arbitrary: onToken('backup code', backupInput, enter.showBackupCode) },
  {
    weight: 3,
    arbitrary: named(
      'passkey',
      fc.record({ key: at, device: ownersDevice, input: fc.constantFrom('right', 'replayed') }),
      (world, { device, ...given }) => enter.enterByPasskey(world, world.devices[device], given),
    ),
  },
  {
    weight: 2,
    arbitrary: onToken('passkey again', at, async (world, into, key) => {
      if (into.actor === 'owner')
        await enter.enterByPasskey(world, into.device, { key, input: 'right', into })
    }),
  },
  {
    weight: 4,
    arbitrary: onToken(
      'may',
      fc.constantFrom('addBankAccount' as const, 'addPasskey', 'makeBackupCodes'),
      (world, issued, action) => change.stepUp(world, issued, { action }),
    ),
  },
  { weight: 4, arbitrary: onToken('add app', nothing, change.addApp) },
  { weight: 2, arbitrary: onToken('remove app', at, change.removeApp) },
  { weight: 3, arbitrary: onToken('make codes', nothing, change.makeCodes) },
  { weight: 3, arbitrary: onToken('add passkey', nothing, change.addKey) },
  {
    weight: 2,
    arbitrary: onToken('remove passkey', at, async (world, issued, key) => {
      if (issued.actor === 'stranger') return
      await change.removeKey(world, issued, key)
      await enter.enterByPasskey(world, issued.device, { key, input: 'right' })
    }),
  },
  { weight: 2, arbitrary: onToken('sign out', nothing, change.leave) },
  { weight: 1, arbitrary: onToken('end others', nothing, change.endOthers) },
  {
    weight: 1,
    arbitrary: onToken('end one', at, async (world, issued, other) => {
      const ended = pick(world, other)
      if (ended) await change.endOne(world, issued, ended)
    }),
  },
  { weight: 1, arbitrary: onToken('not me', nothing, change.notMe) },
  { weight: 1, arbitrary: named('recover', nothing, enter.recover) },
  { weight: 5, arbitrary: onToken('look', nothing, (world, issued) => world.look(issued)) },
  {
    weight: 6,
    arbitrary: named(
      'pass',
      fc.oneof(
        fc.constantFrom(1, 29, 30, 60, 299, 300, 301, 600, 899, 900, 3600, 43_200, 86_400),
        fc.integer({ min: 1, max: 172_800 }),
      ),
      async (world, seconds) => world.clock.pass(seconds),
    ),
  },
)

async function everyToken(world: SignInWorld, portal: Portal): Promise<void> {
  for (const issued of world.issued) await world.look(issued)
  for (const issued of world.issued.slice(-6)) await asksForAccount(world, portal, issued)
  for (const token of world.visitors.slice(-3))
    assert.match((await accountsPage(portal, token)).to, /^\/sign-in/, 'a visitor sees accounts')
}

async function asksForAccount(world: SignInWorld, portal: Portal, issued: Issued): Promise<void> {
  const state = stateOf(issued, world.now)
  const { status, to } = await accountsPage(portal, issued.token)
  if (state === 'signedIn')
    assert.ok(to === `/accounts/${world.person.accountId}`, `${status} ${to}`)
  if (state === 'half') assert.match(to, /^\/confirm/)
  if (state === 'ended') assert.match(to, /^\/sign-in/)
}

async function accountsPage(portal: Portal, token: string) {
  const incoming = { socket: { remoteAddress: '203.0.113.21' } }
  const headers = { cookie: `__Host-kt=${token}; __Host-kt-device=none` }
  const answer = await portal.request('/accounts', { headers }, { incoming })
  return { status: answer.status, to: answer.headers.get('location') ?? '' }
}

/** All that a stranger can use up, used up now. */
async function besiege(world: SignInWorld): Promise<void> {
  const device = world.devices.strangers
  const half = await enter.enterPassword(world, { actor: 'stranger', device, password: 'right' })
  if (half) {
    for (let tries = 0; tries < 6; tries += 1) {
      await enter.sendCode(world, half, 'sms')
      await enter.showAppCode(world, half, { input: 'wrong', app: 0 })
    }
  }
  const wrong = { actor: 'stranger', device, password: 'wrong' } as const
  for (let tries = 0; tries < 6; tries += 1) await enter.enterPassword(world, wrong)
  // And the owner's network, by names of all kinds.
  for (let name = 0; name < 22; name += 1) await enter.guessElsewhere(world, `nobody.${name}`)
}

async function ownerGetsIn(world: SignInWorld): Promise<void> {
  const name = (['ownersOld', 'ownersNew'] as const).find((known) => world.known.has(known))
  if (name === undefined || world.isGivenUp) return
  const tries = world.tries[name]
  // What they have brought upon themselves ends within the hour.
  if (tries.password >= 5 || tries.factor >= 5 || tries.sends >= 5) {
    world.clock.pass(3601)
    Object.assign(tries, { password: 0, factor: 0, sends: 0 })
    await besiege(world)
  }
  const device = world.devices[name]
  const half = await enter.enterPassword(world, { actor: 'owner', device, password: 'right' })
  assert.ok(half, 'the owner’s password on a known browser')
  const app = world.apps.at(-1)
  if (app) {
    while (stepAt(world.now) <= app.lastStep) world.clock.pass(30)
    await enter.showAppCode(world, half, { input: 0, app: world.apps.length - 1 })
  } else {
    await enter.sendCode(world, half, 'sms')
    await enter.showCode(world, half, 'right')
  }
  const last = world.issued.at(-1)
  assert.ok(last && stateOf(last, world.now) === 'signedIn', 'the owner is in')
}

/** What they have brought upon themselves ends within the hour. */
async function halfAgain(world: SignInWorld, device: Device) {
  world.clock.pass(3601)
  Object.assign(world.tries[device.name], { password: 0, factor: 0, sends: 0 })
  const half = await enter.enterPassword(world, { actor: 'owner', device, password: 'right' })
  assert.ok(half, 'the owner’s password after a recovery')
  return half
}

async function passkeysGetIn(world: SignInWorld): Promise<void> {
  if (world.isGivenUp) await enter.recover(world)
  const device = world.devices.ownersNew
  for (const [key, { isRemoved, afterPassword, failures }] of world.keys.entries()) {
    if (isRemoved || failures >= 5) continue
    const after = afterPassword ? await halfAgain(world, device) : undefined
    const before = world.issued.length
    await enter.enterByPasskey(world, device, { key, input: 'right', into: after })
    assert.equal(world.issued.length, before + 1, 'a passkey lets in')
  }
}
