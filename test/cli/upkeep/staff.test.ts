// `keyturn staff` as an operator meets it.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { commandsOn } from '#test/support/commands.ts'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const commands = await commandsOn(database)
after(async () => {
  await database.close()
  await commands.remove()
})

const ann = ['staff', 'add', 'Ann@desk.example', '--name', 'Ann Ash', '--role', 'supervisor']

test('staff add prints a link that works once; again it prints another; list and disable', async () => {
  assert.match((await commands.run('staff', 'list')).out, /^nobody yet: keyturn staff add\n$/)
  const first = await commands.run(...ann)
  assert.equal(first.code, 0, first.err)
  const link = /^http:\/\/desk\.localhost:3001\/enroll\?link=[\w-]{43}\nworks once, until 20/
  assert.match(first.out, link)
  const second = await commands.run(...ann)
  assert.match(second.out, link)
  assert.notEqual(second.out, first.out)
  const listed = await commands.run('staff', 'list')
  assert.equal(listed.out, 'ann@desk.example · Ann Ash · supervisor · 0 passkeys\n')
  const other = await commands.run(...ann.slice(0, -1), 'agent')
  assert.deepEqual([other.code, /another role/.test(other.out)], [1, true])
  assert.equal((await commands.run('staff', 'disable', 'ann@desk.example')).code, 0)
  assert.equal((await commands.run('staff', 'disable', 'ann@desk.example')).code, 1)
  assert.match((await commands.run('staff', 'list')).out, /disabled 20/)
  assert.match((await commands.run(...ann)).out, /was disabled: nothing was changed/)
})

test('staff add refuses what is no address, no name and no role', async () => {
  for (const wrong of [
    ['staff', 'add', 'ann', '--name', 'A', '--role', 'agent'],
    ['staff', 'add', 'a@b', '--name', ' ', '--role', 'agent'],
    ['staff', 'add', 'a@b', '--name', 'A', '--role', 'boss'],
    ['staff', 'add', 'a@b', '--name', 'A'],
  ])
    assert.equal((await commands.run(...wrong)).code, 2, wrong.join(' '))
})
