// From the form to the first day of use, through the real files and closes of the days between.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { date } from '#src/domain/calendar.ts'
import { closeThrough } from '#src/servicing/closing/close-through.ts'
import { type FundingWorld, fundingWorld } from './funding-world.ts'

const ELENA = '1048264417'
let world: FundingWorld

before(async () => {
  world = await fundingWorld([ELENA])
})
after(() => world.close())

test('a prenote and two deposits go out, settle, and are verified in time', async () => {
  const elena = await world.book.ownerOf(ELENA)
  const prenote = await world.add(elena, 'prenote')
  const deposits = await world.add(elena, 'microDeposits')
  const mover = {
    advanceTo: (instant: string) => {
      world.book.clock.instant = instant
    },
  }
  const through = (day: string) =>
    closeThrough(world.book.ctx, { through: date(day), mover, tell: () => undefined })
  await through('2026-11-24')
  const entries = await world.ctx.db
    .selectFrom('ach_entry')
    .select(['purpose', 'state', 'effective'])
    .orderBy('purpose')
    .execute()
  assert.deepEqual(
    entries.map(({ purpose, state, effective }) => [purpose, state, effective]),
    [
      ['accountCheck', 'inFile', '2026-11-25'],
      ['accountCheck', 'inFile', '2026-11-25'],
      ['prenote', 'inFile', '2026-11-25'],
    ],
  )
  assert.equal((await world.told(elena)).at(-1), 'bankDepositsThere')
  const amounts = await world.amounts(elena, deposits)
  assert.ok((await world.type(elena, deposits, amounts)).ok)
  assert.equal((await world.read(elena, deposits))?.state, 'verified')
  await through('2026-11-29')
  assert.equal((await world.read(elena, prenote))?.state, 'checking')
  await through('2026-11-30')
  assert.equal((await world.read(elena, prenote))?.state, 'verified')
})
