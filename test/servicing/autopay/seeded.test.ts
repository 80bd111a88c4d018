// The demo's people on autopay.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plantAutopay } from '#seeds/autopay.ts'
import { date } from '#src/domain/calendar.ts'
import { readAutopayOn } from '#src/store/autopay/autopays.ts'
import { plantedBook } from '#test/support/planted-book.ts'

const today = date('2026-11-24')
const PEOPLE = ['1048264458', '1048264474', '1048264441']
const book = await plantedBook({ today, now: '2026-11-24T16:48:00.000Z', numbers: PEOPLE })
after(() => book.close())

test('the demo shows autopay on for two borrowers and a new loan, and paused', async () => {
  await plantAutopay(book.ctx, today)
  const states: (string | undefined)[] = []
  for (const number of PEOPLE) {
    const { accountId } = await book.ownerOf(number)
    states.push((await readAutopayOn(book.ctx.db, accountId))?.state)
  }
  assert.deepEqual(states, ['active', 'active', 'paused'])
})
