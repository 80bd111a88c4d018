// What staff see of a payoff that a borrower shares, and of one that somebody said will come.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { Owner } from '#src/servicing/context.ts'
import { statePayoff } from '#src/servicing/sharing/state-payoff.ts'
import { insertPayoffLink } from '#src/store/sharing/payoff-links.ts'
import { newTestId } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { atDesk } from '#test/support/desk-person.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { type PlantedBook, plantedBook } from '#test/support/planted-book.ts'
import type { Browser, Portal } from '#test/support/portal.ts'
import { wordsOf } from '#test/support/signed-in.ts'
import { staffWorld } from '#test/support/staff-world.ts'

const PAIR = '1048264458'

let book: PlantedBook
let ruth: Owner
let desk: Portal
let agent: Browser
before(async () => {
  const today = date('2026-11-24')
  book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: [PAIR] })
  ruth = await book.ownerOf(PAIR)
  const clock = movableClock()
  desk = await openDesk(book.database, clock)
  agent = (await atDesk(desk, staffWorld(book.database, clock), 'agent')).browser
})
after(async () => {
  await desk.close()
  await book.close()
})

test('the account’s page at the desk names links and the payoff that is awaited', async () => {
  const path = `/accounts/${ruth.accountId}`
  const before = wordsOf((await agent.get(path)).text)
  assert.match(before, /Nobody said that a payoff will come\. Nothing is shared\./)
  await book.ctx.db.transaction().execute((tx) =>
    insertPayoffLink(tx, {
      ...{ ...ruth, id: newTestId(), kind: 'dealer', givenTo: 'Harbor Street Motors' },
      ...{ secretHash: Buffer.alloc(32, 1), codeHash: Buffer.alloc(32, 2) },
      ...{ formHash: Buffer.alloc(32, 3), createdAt: '2026-11-24T16:48:00.000Z' },
      expiresAt: '2026-12-01T16:48:00.000Z',
    }),
  )
  const said = { payer: 'Harbor Street Motors', amount: cents(900_000), contact: null }
  const order = { ...said, expectedOn: date('2026-12-02'), formKey: newTestId() }
  assert.ok((await statePayoff(book.ctx, { ...ruth, linkId: null }, order)).ok)
  const seen = wordsOf((await agent.get(path)).text)
  assert.match(seen, /Awaited from Harbor Street Motors: \$9,000\.00 by/)
  assert.match(seen, /Harbor Street Motors Works Dealer\. Made by Ruth/)
  assert.match(seen, /Not opened yet/)
})

test('a link that works is found and ended whatever was made after it; it stands before the others', async () => {
  const path = `/accounts/${ruth.accountId}`
  const made = (at: number) => new Date(Date.parse('2026-09-01T12:00:00Z') + at * 60_000)
  await book.ctx.db.transaction().execute(async (tx) => {
    for (let at = 0; at < 230; at += 1)
      await insertPayoffLink(tx, {
        ...{ ...ruth, id: newTestId(), kind: 'dealer', givenTo: `Lot ${at}` },
        ...{ secretHash: hashOf(at, 4), codeHash: hashOf(at, 5), formHash: hashOf(at, 6) },
        createdAt: made(at).toISOString(),
        // The oldest of all still works.
        expiresAt: at === 0 ? '2026-12-30T16:48:00.000Z' : '2026-11-01T16:48:00.000Z',
      })
  })
  const first = await agent.get(path)
  assert.match(wordsOf(first.text), /Lot 0 Works/)
  assert.match(wordsOf(first.text), /Page 1 of 24/)
  const seen: string[] = []
  for (let page = 1; page <= 24; page += 1) {
    const words = wordsOf((await agent.get(`${path}?links=${page}`)).text)
    seen.push(...(words.match(/Lot \d+|Harbor Street Motors (?=Works)/g) ?? []))
  }
  assert.deepEqual([seen.length, new Set(seen).size], [231, 231])
  const last = wordsOf((await agent.get(`${path}?links=24`)).text)
  assert.match(last, /Links before these Page 24 of 24/)
  const end = [...first.text.matchAll(/action="([^"]*\/links\/[^"]*\/end)"/g)].map(([, to]) => to)
  assert.equal(end.length, 2)
  for (const to of end) {
    const answer = await agent.submit(to ?? '', {}, path)
    assert.equal(answer.headers.get('location'), `${path}?done=linkEnded`)
  }
  const after = wordsOf((await agent.get(path)).text)
  assert.doesNotMatch(after, / Works /)
})

const hashOf = (at: number, of: number) => Buffer.from(`${of}${at}`.padEnd(32, '.'))
