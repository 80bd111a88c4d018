// `keyturn close` as a person meets it in a demo.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addDays, addMonths, dateInZone } from '#src/domain/calendar.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { commandsOn } from '#test/support/commands.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const commands = await commandsOn(database)
after(async () => {
  await database.close()
  await commands.remove()
})

const today = dateInZone(new Date().toISOString(), 'America/New_York')
const opened = async () => businessDay(database.db)

test('a demo closes days that are ahead, one line each; sign-in stays on wall time', async () => {
  const boarded = await commands.run('board', 'examples/contracts.jsonl')
  assert.equal(boarded.code, 0, boarded.err)
  const through = addMonths(today, 1)
  const { code, out, err } = await commands.run('close', '--through', through)
  assert.equal(code, 0, err)
  const lines = out.trimEnd().split('\n')
  const days = lines.slice(0, -1).map((line) => line.slice(0, 10))
  assert.equal(days[0], today)
  assert.equal(days.at(-1), through)
  assert.deepEqual(days, [...new Set(days)].sort())
  assert.match(out, / [12] late charges?/)
  assert.equal(lines.at(-1), `the business date is ${addDays(through, 1)}`)
  assert.equal(await opened(), addDays(through, 1))
  const link = await commands.run(
    'staff',
    'add',
    'a@desk.example',
    '--name',
    'A',
    '--role',
    'agent',
  )
  const until = / until (\S+)\n/.exec(link.out)?.[1] ?? ''
  assert.ok(Date.parse(until) < Date.now() + 8 * 86_400_000, until)
})

test('it goes on where it stopped, quietly if asked, and never back', async () => {
  const from = await opened()
  const quiet = await commands.run('close', '--through', from, '--quiet')
  assert.deepEqual(quiet, { code: 0, out: '', err: '' })
  const again = await commands.run('close', '--through', from)
  assert.equal(again.code, 2)
  assert.match(again.err, new RegExp(`${from} is closed already: the business date is `))
  assert.equal(await opened(), addDays(from, 1))
})

test('a date that is none, or more than ten years ahead, is refused', async () => {
  for (const [given, told] of [
    ['2027-02-30', /must be a date such as 2027-01-31/],
    [addMonths(await opened(), 121), /more than 10 years after the business date/],
  ] as const) {
    const { code, err } = await commands.run('close', '--through', given)
    assert.equal(code, 2)
    assert.match(err, told)
  }
})

test('production opens no book that a demo moved on', async () => {
  const production = await commandsOn(database)
  const { home: KEYTURN_BANK_FOLDER } = production
  Object.assign(production.env, { KEYTURN_MODE: 'production', KEYTURN_BANK_FOLDER })
  const moved = await production.run('close')
  await production.remove()
  assert.equal(moved.code, 2)
  assert.match(moved.err, /ahead of the calendar: a demo moved it/)
})
