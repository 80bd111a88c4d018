// Whether the time of an answer tells what its words do not: pairs of requests that get the same
// page, of which one meets something that exists and one meets nothing. Each pair is sent in turns,
// which of the two first by lot. The limit is what the machine's own noise does in the same run: the
// difference of medians that 999 in 1,000 random relabelings of the very same times stay below
// (ASVS 5.0 V6.3.8).
import { assert } from '#src/domain/assert.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { systemClock } from '#src/main.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { compareTimes, type Times } from './support/compare-times.ts'
import { currentContract } from './support/contracts.ts'
import { config, openPortal, type Portal, peopleWithLogins, usernameOf } from './support/portal.ts'
import { type Result, resultOf } from './support/result.ts'
import { openBook, type World } from './support/world.ts'

const SIZES = { full: 120, quick: 20 } as const
const PASSWORD = 'estuary-plover-lantern-29'

type Fields = Readonly<Record<string, string>>
type Pair = {
  readonly name: string
  readonly path: string
  /** Of the person with that number: their own account is used in one pair alone. */
  readonly exists: (at: number) => Fields
  readonly nothing: (at: number) => Fields
}

export async function timing(world: World): Promise<Result[]> {
  const book = await openBook(world)
  try {
    const { ctx } = book
    const count = SIZES[world.scale]
    const today = await businessDay(ctx.db)
    const limits = { atOnce: 1, waiting: 1 }
    const stored = await createPasswords({ vault: ctx.vault, limits }).store(PASSWORD)
    assert(stored.ok, 'one password can be hashed')
    // Enough people that nobody's budget runs out: one try of each in each pair.
    await peopleWithLogins(ctx, { count, today, password: stored.value })
    const portal = openPortal(ctx, systemClock)
    const results: Result[] = []
    for (const pair of pairsOf((at) => currentContract(at, today)))
      results.push(await measuredPair(portal, pair, count))
    return results
  } finally {
    await book.drop()
  }
}

function pairsOf(contractOf: (at: number) => ReturnType<typeof currentContract>): Pair[] {
  const right = (at: number) => {
    const { accountNumber, obligors, vehicle } = contractOf(at)
    const lastFour = obligors[0]?.identityNumber.slice(-4) ?? ''
    return { accountNumber, lastFour, vin: vehicle.vin ?? '' }
  }
  const wrong = (at: number) => ({
    accountNumber: `9${String(at).padStart(9, '0')}`,
    lastFour: right(at).lastFour === '0000' ? '1111' : '0000',
    vin: '1HGCM82633A004352',
  })
  const name = (at: number) => ({ username: usernameOf(at), password: 'wrong wrong wrong' })
  const noName = (at: number) => ({ username: `nobody.sample${at}`, password: 'wrong wrong wrong' })
  const number = (at: number) => ({ ...wrong(at), accountNumber: right(at).accountNumber })
  return [
    { name: 'sign-in, known name', path: '/sign-in', exists: name, nothing: noName },
    {
      name: 'proof, the account alone is right',
      path: '/register',
      exists: number,
      nothing: wrong,
    },
    {
      name: 'proof, account and last four are right',
      path: '/register',
      exists: (at) => ({ ...number(at), lastFour: right(at).lastFour }),
      nothing: wrong,
    },
    {
      name: 'proof, account and VIN are right',
      path: '/register',
      exists: (at) => ({ ...number(at), vin: right(at).vin }),
      nothing: wrong,
    },
    { name: 'registering who has a login', path: '/register', exists: right, nothing: wrong },
    {
      name: 'recovery, the account alone is right',
      path: '/recover',
      exists: number,
      nothing: wrong,
    },
  ]
}

let visits = 0

async function measuredPair(portal: Portal, pair: Pair, count: number): Promise<Result> {
  const times: Times = { exists: [], nothing: [] }
  for (let at = 0; at < count; at += 1) {
    const order =
      Math.random() < 0.5 ? (['exists', 'nothing'] as const) : (['nothing', 'exists'] as const)
    for (const which of order) times[which].push(await timed(portal, pair.path, pair[which](at)))
  }
  // The first of each warm caches and compiled code.
  const compared = compareTimes({
    exists: times.exists.slice(count / 10),
    nothing: times.nothing.slice(count / 10),
  })
  return resultOf({
    job: `timing: ${pair.name}`,
    unit: 'ms between the medians',
    ours: [compared.differenceMs],
    limit: { what: 'what 999 of 1,000 random relabelings stay below', values: [compared.noiseMs] },
    cpuMsPerOperation: null,
    peakMemoryMb: null,
    scale: `${count} of each, in turns`,
    goal: { is: 'atMost', ratio: 1 },
    notes: {
      medianMs: `${compared.existsMs.toFixed(2)} against ${compared.nothingMs.toFixed(2)}`,
      mannWhitney: `p = ${compared.p.toFixed(3)}`,
    },
  })
}

/** From the press of the button to the whole page, in milliseconds; its form was fetched before. */
async function timed(portal: Portal, path: string, typed: Fields): Promise<number> {
  visits += 1
  const from = `10.${visits >> 16}.${(visits >> 8) & 255}.${visits & 255}`
  const incoming = { incoming: { socket: { remoteAddress: from } } }
  const form = await portal.request(path, {}, incoming)
  const cookie = form.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const hidden = (await form.text()).matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"\/>/g,
  )
  const fields = {
    ...Object.fromEntries([...hidden].map(([, name, value]) => [name, value])),
    ...typed,
  }
  const init = {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: {
      cookie,
      origin: config.portalOrigin,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
  }
  const begun = performance.now()
  const answer = await portal.request(path, init, incoming)
  await answer.text()
  const took = performance.now() - begun
  assert(answer.status === 422, `${path} says no to both of a pair, not ${answer.status}`)
  return took
}
