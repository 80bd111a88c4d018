// `keyturn post` as a person runs it.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dateInZone } from '#src/domain/calendar.ts'
import { commandsOn } from '#test/support/commands.ts'
import { credits } from '#test/support/credit-file.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const commands = await commandsOn(database)
after(async () => {
  await database.close()
  await commands.remove()
})

const today = dateInZone(new Date().toISOString(), 'America/New_York')

async function written(name: string, text: string): Promise<string> {
  const path = join(commands.home, name)
  await writeFile(path, text)
  return path
}

const asked = () =>
  database.db.selectFrom('money_request').select(['id', 'kind', 'state', 'reason']).execute()

test('a file is taken once, and waits for somebody at the desk', async () => {
  const line = { account: '5550001', amount: 12_345, reference: 'P1', day: today }
  const path = await written('lockbox.csv', credits([line, { ...line, reference: 'P2' }]))
  const { code, out, err } = await commands.run('post', path)
  assert.equal(code, 0, err)
  assert.match(out, /^2 payments, 246\.90 dollars; 2 fit no account\.$/m)
  const [request] = await asked()
  assert.ok(request)
  assert.deepEqual([request.kind, request.state, request.reason], ['file', 'asked', 'lockbox.csv'])
  assert.match(out, new RegExp(`^Nothing is posted yet: .* /money/requests/${request.id}$`, 'm'))
  const again = await commands.run('post', path)
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /This file was taken before\. Nothing was done\./)
  assert.equal((await asked()).length, 1)
})

test('a file in doubt, and one that is not there, say so and end with an error', async () => {
  const text = credits([{ account: '5550001', amount: 100, reference: 'P3', day: today }])
  const path = await written('wrong.csv', text.replace('total,1', 'total,2'))
  const { code, out, err } = await commands.run('post', path)
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /^Line 3: the number of payments is another\.\nNothing was taken\.$/m)
  const large = await commands.run('post', await written('large.csv', 'x'.repeat(2_000_001)))
  assert.equal(large.code, 2)
  assert.match(large.err, /larger than 2 MB/)
  const nowhere = await commands.run('post', join(commands.home, 'nowhere.csv'))
  assert.equal(nowhere.code, 2)
  assert.match(nowhere.err, /nowhere\.csv/)
  assert.doesNotMatch(nowhere.err, /at async|node:internal/)
  assert.equal((await asked()).length, 1)
})
