// Signing in with the right password and the code of an authenticator app: two forms and the page
// between them, through every guard of the portal with all its SQL. The limit is what the password
// check alone costs: argon2id verifications on all cores.
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { assert } from '#src/domain/assert.ts'
import type { Clock } from '#src/domain/clock.ts'
import { sealSecret } from '#src/identity/factors/authenticators.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { insertAuthenticator } from '#src/store/logins/authenticators.ts'
import { appCode, toBase32 } from '#test/support/oracle-totp.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { config, openPortal, type Portal, peopleWithLogins, usernameOf } from './support/portal.ts'
import { type Result, resultOf } from './support/result.ts'
import { countStatements, recorded } from './support/statement-record.ts'
import { openBook, type World } from './support/world.ts'

const SIZES = { full: 120, quick: 16 } as const
const PASSWORD = 'estuary-plover-lantern-29'
const SECRET = toBase32(Buffer.from('estuary plover lantern'))
// A pass takes six seconds, and the two sides are close: more of them than of other jobs.
const REPETITIONS = 7
const CONFIRM = '/confirm?next=%2Faccounts'
/** SECURITY: m = 64 MiB, t = 3, p = 1. */
const ARGON2ID = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const

export async function signIn(world: World): Promise<Result[]> {
  const book = await openBook(world)
  try {
    const { ctx } = book
    const count = SIZES[world.scale]
    await peopleWithBoth(ctx, count)
    const clock = clockOfPasses()
    const portal = openPortal(ctx, clock)
    const first = await arrive(portal, 0)
    const { statements } = await recorded(() => enter(portal, clock, first))
    const stored = await hash(PASSWORD, ARGON2ID)
    const runs = await interleaved(
      () => signInAll(portal, clock, count),
      () => allCores(count, async () => void (await verify(stored, PASSWORD))),
      REPETITIONS,
    )
    return [
      resultOf({
        job: 'sign-in',
        unit: 'sign-ins per second',
        ours: runs.ours.map(({ perSecond }) => perSecond),
        limit: {
          what: 'argon2id verifications at m = 64 MiB, t = 3, p = 1 on all cores',
          values: runs.limit.map(({ perSecond }) => perSecond),
        },
        ...ofOurProcess(runs.ours),
        scale: `${count} people, ${atOnce()} at once, by password and authenticator app`,
        goal: { is: 'atLeast', ratio: 0.85 },
        notes: { statements: String(countStatements(statements)) },
      }),
    ]
  } finally {
    await book.drop()
  }
}

/** Who has a password and an authenticator app, all with the same secret. */
async function peopleWithBoth(ctx: ServicingContext, count: number): Promise<void> {
  const limits = { atOnce: 1, waiting: 1 }
  const stored = await createPasswords({ vault: ctx.vault, limits }).store(PASSWORD)
  assert(stored.ok, 'one password can be hashed')
  const today = await businessDay(ctx.db)
  const owners = await peopleWithLogins(ctx, { count, today, password: stored.value })
  const createdAt = ctx.clock.now()
  await ctx.db.transaction().execute(async (tx) => {
    for (const { loginId } of owners) {
      const id = ctx.newId()
      const sealed = sealSecret(ctx.vault, id, SECRET)
      await insertAuthenticator(tx, { id, loginId, name: 'Phone', sealed, lastStep: 0, createdAt })
    }
  })
}

/** A code works once: each pass happens an hour after the one before it. */
function clockOfPasses(): Clock & { readonly nextPass: () => void } {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead).toISOString(),
    nextPass: () => {
      ahead += 3_600_000
    },
  }
}

/**
 * Four times as many as cores: while some of them wait for a commit to reach the disk, others are
 * still waiting for their turn at a core.
 */
function atOnce(): number {
  return availableParallelism() * 4
}

async function signInAll(
  portal: Portal,
  clock: ReturnType<typeof clockOfPasses>,
  count: number,
): Promise<Measured> {
  clock.nextPass()
  const visits: Visit[] = []
  for (let index = 0; index < count; index += 1) visits.push(await arrive(portal, index))
  const next = visits.values()
  return allCores(count, async () => {
    const { value } = next.next()
    if (value) await enter(portal, clock, value)
  })
}

async function allCores(count: number, work: () => Promise<void>): Promise<Measured> {
  let left = count
  const one = async () => {
    for (; left > 0; ) {
      left -= 1
      await work()
    }
  }
  return measured(count, () => Promise.all(Array.from({ length: atOnce() }, one)))
}

/** A browser of its own for each, with the form of /sign-in filled in. */
type Visit = {
  readonly address: string
  readonly cookies: Map<string, string>
  readonly fields: readonly (readonly [string, string])[]
}

async function arrive(portal: Portal, index: number): Promise<Visit> {
  const address = `198.51.${100 + (index >> 8)}.${index & 255}`
  const visit = { address, cookies: new Map<string, string>() }
  const response = await send(portal, visit, '/sign-in', {})
  const fields = [...(await hiddenOf(response)), ['username', usernameOf(index)] as const]
  return { ...visit, fields }
}

/** Both steps: the password, and the code that the app shows then. */
async function enter(portal: Portal, clock: Clock, visit: Visit): Promise<void> {
  const password = [...visit.fields, ['password', PASSWORD] as const]
  await post(portal, visit, '/sign-in', password, CONFIRM)
  const page = await send(portal, visit, CONFIRM, {})
  const code = [...(await hiddenOf(page)), ['code', appCode(SECRET, clock.now())] as const]
  await post(portal, visit, '/confirm/authenticator', code, '/accounts')
}

async function post(
  portal: Portal,
  visit: Pick<Visit, 'address' | 'cookies'>,
  path: string,
  fields: readonly (readonly [string, string])[],
  leadsTo: string,
): Promise<void> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString()
  const response = await send(portal, visit, path, { method: 'POST', body })
  const location = response.headers.get('location')
  const isRight = response.status === 303 && location === leadsTo
  assert(isRight, `${path} leads a person of the bench to ${leadsTo}, not to ${location}`)
}

async function send(
  portal: Portal,
  { address, cookies }: Pick<Visit, 'address' | 'cookies'>,
  path: string,
  init: { readonly method?: string; readonly body?: string },
): Promise<Response> {
  const headers = {
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    origin: config.portalOrigin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const from = { incoming: { socket: { remoteAddress: address } } }
  const response = await portal.request(path, { ...init, headers }, from)
  for (const line of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    cookies.set(name, value)
  }
  return response
}

/** What the form that asks for a password or a code wants sent along. */
async function hiddenOf(response: Response): Promise<(readonly [string, string])[]> {
  const forms = (await response.text()).split('<form').map((part) => part.split('</form>')[0] ?? '')
  const asking = forms.find((form) => /name="(code|password)"/.test(form)) ?? ''
  return [...asking.matchAll(HIDDEN_FIELD)].map(([, name = '', value = '']) => [name, value])
}

const HIDDEN_FIELD = /<input type="hidden" name="(\w+)" value="([^"]*)"\/>/g
