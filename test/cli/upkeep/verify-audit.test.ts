// `keyturn verify-audit` as an operator meets it: words, exit codes, JSON.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readConfig } from '#src/config.ts'
import { signHeads } from '#src/servicing/audit/sign-heads.ts'
import { auditedBook } from '#test/support/audited-book.ts'
import { commandsOn } from '#test/support/commands.ts'

const book = await auditedBook()
const commands = await commandsOn(book.database)
const heads = join(commands.home, 'audit')
after(async () => {
  await book.close()
  await commands.remove()
})

test('verify-audit: the help tells options, example and exit codes', async () => {
  const { code, out } = await commands.run('verify-audit', '--help')
  assert.equal(code, 0)
  assert.match(out, /--heads <folder>/)
  assert.match(out, /^Exit codes: 0 /m)
})

test('verify-audit: whole is exit code 0, a folder without lists 2', async () => {
  assert.deepEqual(await commands.run('verify-audit'), {
    code: 0,
    out: '5 chains, 25 lines: every line is as it was written\n',
    err: '',
  })
  const without = await commands.run('verify-audit', '--heads', heads)
  assert.equal(without.code, 2)
  assert.match(without.out, /there is no signed list in that folder/)
})

test('verify-audit: what is broken is named, exit code 1', async () => {
  const { database, chains } = book
  const clock = { now: () => '2026-11-24T16:48:00.000Z' }
  await signHeads({ ...database, clock, lender: readConfig({}).lender, auditFolder: heads })
  const whole = await commands.run('verify-audit', '--heads', heads)
  assert.equal(whole.code, 0)
  assert.match(whole.out, /^signed lists: 1, heads: 7: every chain is there$/m)
  await book.superuser(`delete from access_audit where chain = '${chains.login}' and seq > 3`)
  await book.superuser(`delete from access_audit where chain = '${chains.staff}'`)
  await book.superuser(`delete from access_chain where chain = '${chains.staff}'`)
  const broken = await commands.run('verify-audit', '--heads', heads)
  assert.deepEqual(broken, {
    code: 1,
    out: `access-audit ${chains.login}: cut off from line 4 on
access-audit ${chains.login}: chain-heads-2026-11-24.jsonl lists 5 lines, and now its last line is another
access-audit ${chains.staff}: chain-heads-2026-11-24.jsonl lists 5 lines, and now the chain is not there
4 chains, 18 lines: broken chains: 1
signed lists: 1, heads: 7: differences: 2
`,
    err: '',
  })
  const json = await commands.run('verify-audit', '--json')
  assert.equal(json.code, 1)
  assert.deepEqual(JSON.parse(json.out), {
    chains: 4,
    lines: 18,
    broken: 1,
    lists: null,
    problems: [
      { chain: { kind: 'access-audit', key: chains.login }, problem: 'cutTail', seq: 4 },
    ].map(({ chain, seq, problem }) => ({ chain, seq, problem })),
  })
})
