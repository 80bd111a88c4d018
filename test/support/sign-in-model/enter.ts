// The half of the acts that lead in: passwords, factors, recovery.
import assert from 'node:assert/strict'
import { confirmByAuthenticator } from '#src/identity/entry/confirm-by-authenticator.ts'
import { confirmByBackupCode } from '#src/identity/entry/confirm-by-backup-code.ts'
import { confirmByCode, sendSignInCode } from '#src/identity/entry/confirm-by-code.ts'
import { confirmByPasskey, signInByPasskey } from '#src/identity/entry/passkey-entry.ts'
import { signIn } from '#src/identity/entry/sign-in.ts'
import type { PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'
import { askForPasskey } from '#src/identity/factors/passkey-options.ts'
import { resetPassword } from '#src/identity/recovery/reset-password.ts'
import type { OpenedSession } from '#src/identity/sessions.ts'
import { waitingCode } from '../codes.ts'
import { newTestId } from '../database.ts'
import { appCode } from '../oracle-totp.ts'
import { contactShown } from '../proofs.ts'
import {
  type Actor,
  codeLasts,
  type Device,
  halfLasts,
  holdLasts,
  type Issued,
  type Method,
  signedInLasts,
  stepAt,
} from './policy.ts'
import { type Key, noTries, type SignInWorld } from './world.ts'

export async function enterPassword(
  world: SignInWorld,
  by: { actor: Actor; device: Device; password: 'right' | 'wrong' },
): Promise<Issued | null> {
  const { actor, device } = by
  const isRight = by.password === 'right' && world.knowsPassword(actor)
  const password = isRight ? world.password : 'wrong wrong wrong wrong'
  const { username, now } = world
  const tries = world.tries[device.name]
  const attempt = { username, password, session: await world.visitor(), visit: world.visit(device) }
  const answer = await signIn(world.deps, attempt)
  const isOwn = actor === 'owner' && world.known.has(device.name)
  const may = {
    win: isRight && !world.isGivenUp,
    wait: !isOwn || tries.password >= 5,
  }
  const isIn = world.judge(answer, may)
  if (isOwn) tries.password = isIn ? 0 : tries.password + 1
  if (!answer.ok) return null
  const shown = [{ method: 'password', at: now }] as const
  return world.issue(answer.value, { actor, device, shown, endsAt: now + halfLasts })
}

/** Counts for the network alone. */
export async function guessElsewhere(world: SignInWorld, username: string): Promise<void> {
  const visit = world.visit(world.devices.strangers)
  const session = await world.visitor()
  const answer = await signIn(world.deps, { username, password: 'wrong', session, visit })
  assert.equal(answer.ok, false)
}

export async function sendCode(
  world: SignInWorld,
  issued: Issued,
  to: 'sms' | 'email',
): Promise<void> {
  const session = await world.look(issued)
  if (!session) return
  const visit = world.visit(issued.device)
  const answer = await sendSignInCode(world.deps, { session, visit }, `${to}-1`)
  const isOwn = issued.actor === 'owner' && world.known.has(issued.device.name)
  const tries = world.tries[issued.device.name]
  const isSent = world.judge(answer, { win: true, wait: !isOwn || tries.sends >= 5 })
  if (isOwn) tries.sends += 1
  if (!isSent) return
  const earlier = world.codes.get(issued.token) ?? []
  for (const code of earlier) code.isOver = true
  const code = await waitingCode(world.deps)
  world.codes.set(issued.token, [
    ...earlier,
    { code, to, sentAt: world.now, tries: 0, isOver: false },
  ])
}

/** `others`: the code that another session was sent and has not used. */
export type CodeInput = 'right' | 'wrong' | 'old' | 'others'

export async function showCode(world: SignInWorld, issued: Issued, input: CodeInput) {
  const session = await world.look(issued)
  if (!session) return
  const sent = world.codes.get(issued.token) ?? []
  const last = sent.at(-1)
  const isWaiting =
    last && !last.isOver && last.tries < 5 && world.now < last.sentAt + codeLasts ? last : null
  const others = [...world.codes].filter(([token]) => token !== issued.token)
  const typed = {
    right: last?.code,
    wrong: '000000',
    old: sent.at(-2)?.code,
    others: others.at(-1)?.[1].at(-1)?.code,
  }[input]
  // A stranger reads neither the owner's messages nor their screen.
  const isRight = isWaiting !== null && typed === isWaiting.code && issued.actor === 'owner'
  const code = issued.actor === 'owner' ? (typed ?? '000000') : '000000'
  const asking = { session, visit: world.visit(issued.device), token: issued.token }
  const answer = await confirmByCode(world.deps, asking, code)
  if (!answer.ok && answer.refusal.code === 'codeWrong' && isWaiting) isWaiting.tries += 1
  if (confirmed(world, issued, answer, { win: isRight, method: last?.to ?? 'sms' }) && last)
    last.isOver = true
}

/** How many steps from now; `replayed`: the one that was used last. */
export type AppInput = -2 | -1 | 0 | 1 | 'replayed' | 'wrong'

export async function showAppCode(
  world: SignInWorld,
  issued: Issued,
  given: { input: AppInput; app: number },
) {
  const session = await world.look(issued)
  if (!session) return
  const app = world.apps[given.app % Math.max(1, world.apps.length)]
  const now = stepAt(world.now)
  const { input } = given
  const step = input === 'replayed' ? (app?.lastStep ?? 0) : input === 'wrong' ? 0 : now + input
  const isOwners = issued.actor === 'owner'
  const isTyped = app !== undefined && isOwners && input !== 'wrong'
  const code = isTyped ? appCode(app.secret, new Date(step * 30_000).toISOString()) : '000000'
  const win = isTyped && step > app.lastStep && (step === now || step === now - 1)
  const asking = { session, visit: world.visit(issued.device), token: issued.token }
  const answer = await confirmByAuthenticator(world.deps, asking, { code })
  const factorId = app?.id
  const shown = { win, method: 'totp' as const, ...(factorId !== undefined && { factorId }) }
  if (confirmed(world, issued, answer, shown) && app) app.lastStep = step
}

export type BackupInput = 'asked' | 'used' | 'next' | 'wrong'

export async function showBackupCode(world: SignInWorld, issued: Issued, input: BackupInput) {
  const session = await world.look(issued)
  if (!session) return
  const { unused, used } = world.backupCodes
  const typed = { asked: unused[0], used: used.at(-1), next: unused[1], wrong: undefined }[input]
  const isOwners = issued.actor === 'owner'
  const asking = { session, visit: world.visit(issued.device), token: issued.token }
  const code = isOwners ? (typed ?? 'AAAA') : 'AAAA'
  const answer = await confirmByBackupCode(world.deps, asking, code)
  const win = isOwners && input === 'asked' && unused.length > 0
  if (confirmed(world, issued, answer, { win, method: 'backup' })) {
    const [first] = unused.splice(0, 1)
    if (first !== undefined) used.push(first)
  }
}

type Confirming = Awaited<ReturnType<typeof confirmByCode>>

/** True: a session that has shown more has taken the place of this one. */
function confirmed(
  world: SignInWorld,
  issued: Issued,
  answer: Confirming,
  what: { win: boolean; method: Method; factorId?: string },
): boolean {
  const { win, method, factorId } = what
  const isOwn = issued.actor === 'owner' && world.known.has(issued.device.name)
  const isPasskey = method === 'passkey'
  const tries = world.tries[issued.device.name]
  const wait = !isOwn || tries.factor >= 5
  const isIn = world.judge(answer, { win, wait: wait && !isPasskey })
  if (isOwn && !isPasskey) tries.factor = isIn ? 0 : tries.factor + 1
  if (!answer.ok) return false
  assert.ok(answer.value !== 'sentBefore', 'the session was open a moment ago')
  goOn(world, issued, answer.value, { method, factorId })
  return true
}

function goOn(
  world: SignInWorld,
  issued: Issued,
  opened: OpenedSession,
  more: { method: Method; factorId?: string | undefined },
): void {
  const { method, factorId } = more
  const { now } = world
  const wasHalf = issued.shown.length === 1 && issued.shown[0]?.method === 'password'
  const shown = [...issued.shown, { method, at: now, ...(factorId !== undefined && { factorId }) }]
  const endsAt = wasHalf ? now + signedInLasts : issued.endsAt
  issued.isOver = true
  world.issue(opened, { actor: issued.actor, device: issued.device, shown, endsAt })
  if (!world.known.has(issued.device.name)) world.known.add(issued.device.name)
}

/** `replayed`: an answer that was given before, for what another session was asked. */
export async function enterByPasskey(
  world: SignInWorld,
  device: Device,
  given: { key: number; input: 'right' | 'replayed'; into?: Issued | undefined },
): Promise<void> {
  const { input, into } = given
  const key = world.keys[given.key % Math.max(1, world.keys.length)]
  if (!key) return
  const session = into ? await world.look(into) : await world.visitor()
  if (!session) return
  const earlier = await world.visitor()
  const response: PasskeyResponse =
    input === 'right'
      ? key.device.show(await askForPasskey(world.deps, session))
      : key.device.show(await askForPasskey(world.deps, earlier))
  if (input === 'replayed') await askForPasskey(world.deps, session)
  const win = input === 'right' && !key.isRemoved && !world.isGivenUp
  const visit = world.visit(device)
  if (into && session.kind !== 'visitor') {
    const asking = { session, visit, response, token: into.token }
    const answer = await confirmByPasskey(world.deps, asking)
    if (!mayWait(key, answer)) confirmed(world, into, answer, { win, method: 'passkey' })
    if (answer.ok && answer.value !== 'sentBefore') key.afterPassword = false
    return countFor(key, answer.ok)
  }
  const answer = await signInByPasskey(world.deps, { session, visit, response })
  const alone = win && !key.afterPassword
  const isIn = mayWait(key, answer) ? false : world.judge(answer, { win: alone, wait: false })
  countFor(key, isIn)
  if (!answer.ok) return
  const shown = [{ method: 'passkey', at: world.now }] as const
  const endsAt = world.now + signedInLasts
  world.issue(answer.value, { actor: 'owner', device, shown, endsAt })
  world.known.add(device.name)
}

function mayWait(key: Key, answer: Confirming): boolean {
  return key.failures >= 5 && !answer.ok && answer.refusal.code === 'waitBeforeTrying'
}

function countFor(key: Key, isIn: boolean): void {
  key.failures = isIn ? 0 : key.failures + 1
}

let passwords = 0

/** The account and a contact proved, a new password: every session ends, nothing is known. */
export async function recover(world: SignInWorld): Promise<void> {
  // Others may have had codes sent to the same phone: an hour at most.
  world.clock.pass(3601)
  const session = await contactShown(world.deps, world.person, 'recovery')
  passwords += 1
  const password = `eleven lanterns on wet pier ${passwords}`
  const visit = world.visit(world.devices.ownersNew)
  const form = { password, formKey: newTestId(), session, visit }
  assert.ok((await resetPassword(world.deps, form)).ok)
  world.endAll()
  world.known.clear()
  world.known.add(world.devices.ownersNew.name)
  world.password = password
  world.strangerKnowsPassword = false
  if (world.isGivenUp) for (const key of world.keys) key.afterPassword = true
  world.isGivenUp = false
  world.heldUntil = world.now + holdLasts
  Object.assign(world.tries, noTries())
}
