// The half of the acts that need somebody who is in: what they may change, and ending sessions.
import assert from 'node:assert/strict'
import { readAccessActivity } from '#src/identity/access-log.ts'
import { addPasskey, removePasskey } from '#src/identity/entry/change-passkeys.ts'
import { endOneSession, endOtherSessions } from '#src/identity/entry/end-sessions.ts'
import type { FreshSession } from '#src/identity/entry/fresh-session.ts'
import { reportNotMe } from '#src/identity/entry/report-not-me.ts'
import { signOut } from '#src/identity/entry/sign-out.ts'
import { askStepUp, type StepUpAction } from '#src/identity/entry/step-up.ts'
import { makeBackupCodes } from '#src/identity/factors/backup-codes.ts'
import { finishEnrollment, startEnrollment } from '#src/identity/factors/enroll-authenticator.ts'
import { askForNewPasskey } from '#src/identity/factors/passkey-options.ts'
import { removeAuthenticator } from '#src/identity/factors/remove-authenticator.ts'
import type { OpenedSession, SignedInSession } from '#src/identity/sessions.ts'
import { newTestId } from '../database.ts'
import { appCode } from '../oracle-totp.ts'
import { passkeyDevice } from '../passkey-device.ts'
import { holdLasts, type Issued, isFresh, stepAt } from './policy.ts'
import type { SignInWorld } from './world.ts'

/** Asks whether it may be done now, and holds the answer against the policy. */
export async function stepUp(
  world: SignInWorld,
  issued: Issued,
  what: { action: StepUpAction; removing?: string },
): Promise<FreshSession | null> {
  const session = await world.lookSignedIn(issued)
  if (!session) return null
  const { action, removing } = what
  const answer = await askStepUp(world.deps, session, what)
  const isHeld = action === 'addBankAccount' && world.now < world.heldUntil
  const wanted = isHeld ? 'held' : isFresh(issued, world.now, removing ?? null) ? 'may' : 'confirm'
  assert.equal(answer.kind, wanted, `whether ${action} may be done now`)
  return answer.kind === 'may' ? answer.session : null
}

const asked = (world: SignInWorld, issued: Issued, session: SignedInSession) => ({
  session,
  visit: world.visit(issued.device),
})

export async function addApp(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await stepUp(world, issued, { action: 'addAuthenticator' })
  if (!session || world.apps.length >= 3) return
  const { id, secret } = await startEnrollment(world.deps, session)
  const form = { id, name: 'app', code: appCode(secret, world.clock.now()) }
  const answer = await finishEnrollment(world.deps, asked(world, issued, session), form)
  const may = {
    win: true,
    wait: world.tries[issued.device.name].factor >= 5 || !isKnown(world, issued),
  }
  if (world.judge(answer, may)) world.apps.push({ id, secret, lastStep: stepAt(world.now) })
}

export async function removeApp(world: SignInWorld, issued: Issued, at: number): Promise<void> {
  const app = world.apps[at % Math.max(1, world.apps.length)]
  if (!app) return
  const session = await stepUp(world, issued, { action: 'removeAuthenticator', removing: app.id })
  if (!session) return
  const asking = asked(world, issued, session)
  assert.ok((await removeAuthenticator(world.deps, asking, app.id)).ok)
  world.apps = world.apps.filter(({ id }) => id !== app.id)
}

export async function makeCodes(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await stepUp(world, issued, { action: 'makeBackupCodes' })
  if (!session) return
  const answer = await makeBackupCodes(world.deps, asked(world, issued, session), newTestId())
  if (!world.judge(answer, { win: true, wait: true }) || !answer.ok) return
  const used = [...world.backupCodes.used, ...world.backupCodes.unused]
  world.backupCodes = { unused: answer.value.map(({ code }) => code), used }
}

export async function addKey(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await stepUp(world, issued, { action: 'addPasskey' })
  if (!session || world.keys.length >= 2) return
  const device = passkeyDevice(world.deps.portalOrigin)
  const response = device.make(await askForNewPasskey(world.deps, session))
  const changing = { session, visit: world.visit(issued.device) }
  const answer = await addPasskey(world.deps, changing, { name: 'key', response })
  assert.ok(answer.ok)
  const row = world.deps.db.selectFrom('login_passkey').select('id').orderBy('id', 'desc')
  const { id } = await row.where('login_id', '=', world.loginId).executeTakeFirstOrThrow()
  world.keys.push({ id, device, isRemoved: false, afterPassword: false, failures: 0 })
  renew(world, issued, answer.value)
}

export async function removeKey(world: SignInWorld, issued: Issued, at: number): Promise<void> {
  const key = world.keys[at % Math.max(1, world.keys.length)]
  const session = key && (await stepUp(world, issued, { action: 'removePasskey' }))
  if (!session) return
  const changing = { session, visit: world.visit(issued.device) }
  const answer = await removePasskey(world.deps, changing, key.id)
  assert.ok(answer.ok)
  assert.equal(answer.value === null, key.isRemoved)
  key.isRemoved = true
  if (answer.value) renew(world, issued, answer.value)
}

/** The same session goes on under a new token; the old one is dead. */
function renew(world: SignInWorld, issued: Issued, opened: OpenedSession): void {
  const { actor, device, shown, endsAt } = issued
  issued.isOver = true
  world.issue(opened, { actor, device, shown, endsAt })
}

export async function leave(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await world.look(issued)
  if (!session) return
  await signOut(world.deps, { session, visit: world.visit(issued.device) })
  issued.isOver = true
}

export async function endOthers(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await world.lookSignedIn(issued)
  if (!session) return
  await endOtherSessions(world.deps, asked(world, issued, session))
  world.endAll(issued)
}

export async function endOne(world: SignInWorld, issued: Issued, other: Issued): Promise<void> {
  const session = await world.lookSignedIn(issued)
  const ended = session && (await world.look(other))
  if (!ended) return
  await endOneSession(world.deps, asked(world, issued, session), ended.id)
  other.isOver = true
}

/** Every session ends, and the password opens nothing until a recovery. */
export async function notMe(world: SignInWorld, issued: Issued): Promise<void> {
  const session = await world.lookSignedIn(issued)
  const [line] = session ? await readAccessActivity(world.deps.db, session, 1) : []
  if (!session || !line) return
  await reportNotMe(world.deps, asked(world, issued, session), line)
  world.endAll()
  world.known.clear()
  world.isGivenUp = true
  world.heldUntil = Math.max(world.heldUntil, world.now + holdLasts)
}

function isKnown(world: SignInWorld, issued: Issued): boolean {
  return world.known.has(issued.device.name)
}
