// POST /sign-in with the right password, through every guard of the portal with all its SQL. The
// limit is what the password check alone costs: argon2id verifications on all cores.
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { assert } from '#src/domain/assert.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { config, openPortal, type Portal, peopleWithLogins, usernameOf } from './support/portal.ts'
import { type Result, resultOf } from './support/result.ts'
import { countStatements, recorded } from './support/statement-record.ts'
import { openBook, type World } from './support/world.ts'

const SIZES = { full: 120, quick: 16 } as const
const PASSWORD = 'estuary-plover-lantern-29'
/** SECURITY: m = 64 MiB, t = 3, p = 1. */
const ARGON2ID = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const

export async function signIn(world: World): Promise<Result[]> {
  const book = await openBook(world)
  try {
    const { ctx } = book
    const count = SIZES[world.scale]
    await peopleWithPasswords(ctx, count)
    const portal = openPortal(ctx)
    const { statements } = await recorded(async () => enter(portal, await form(portal, 0)))
    const stored = await hash(PASSWORD, ARGON2ID)
    const runs = await interleaved(
      () => signInAll(portal, count),
      () => allCores(count, async () => void (await verify(stored, PASSWORD))),
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
        scale: `${count} people, ${atOnce()} at once, by password alone`,
        goal: { is: 'atLeast', ratio: 0.85 },
        notes: { statements: String(countStatements(statements)) },
      }),
    ]
  } finally {
    await book.drop()
  }
}

async function peopleWithPasswords(ctx: ServicingContext, count: number): Promise<void> {
  const limits = { atOnce: 1, waiting: 1 }
  const stored = await createPasswords({ vault: ctx.vault, limits }).store(PASSWORD)
  assert(stored.ok, 'one password can be hashed')
  const today = await businessDay(ctx.db)
  await peopleWithLogins(ctx, { count, today, password: stored.value })
}

/** Twice as many as cores, so that one is always waiting for its turn at a core. */
function atOnce(): number {
  return availableParallelism() * 2
}

async function signInAll(portal: Portal, count: number): Promise<Measured> {
  const forms: Form[] = []
  for (let index = 0; index < count; index += 1) forms.push(await form(portal, index))
  const next = forms.values()
  return allCores(count, async () => {
    const { value } = next.next()
    if (value) await enter(portal, value)
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

type Form = { readonly cookie: string; readonly body: string; readonly address: string }

/** The form as the `index`-th person's browser got it, filled in. */
async function form(portal: Portal, index: number): Promise<Form> {
  const address = `198.51.${100 + (index >> 8)}.${index & 255}`
  const response = await portal.request('/sign-in', {}, from(address))
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const hidden = [...(await response.text()).matchAll(HIDDEN_FIELD)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  const typed: [string, string][] = [
    ['username', usernameOf(index)],
    ['password', PASSWORD],
  ]
  const body = new URLSearchParams([...hidden, ...typed]).toString()
  return { cookie: cookie.join('; '), body, address }
}

const HIDDEN_FIELD = /<input type="hidden" name="(\w+)" value="([^"]*)"\/>/g

async function enter(portal: Portal, { cookie, body, address }: Form): Promise<void> {
  const headers = {
    cookie,
    origin: config.portalOrigin,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/x-www-form-urlencoded',
  }
  const init = { method: 'POST', body, headers }
  const response = await portal.request('/sign-in', init, from(address))
  const isIn = response.status === 303 && response.headers.get('location') === '/accounts'
  assert(isIn, `a person of the bench is signed in, not ${response.status}`)
}

function from(address: string): object {
  return { incoming: { socket: { remoteAddress: address } } }
}
