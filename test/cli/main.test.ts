// The command line as a person meets it: version, help, and what it says of a slip.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { test } from 'node:test'

const keyturn = resolve(import.meta.dirname, '../../bin/keyturn')

type Ended = { code: number; out: string; err: string }

function run(...args: string[]): Promise<Ended> {
  return new Promise((settle) => {
    const child = execFile(process.execPath, [keyturn, ...args], (_, out, err) =>
      settle({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

test('the version is the package’s', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  assert.deepEqual(await run('--version'), { code: 0, out: `${version}\n`, err: '' })
})

test('help on no command is answered as the command itself: exit code 2', async () => {
  const help = await run('help', 'nonsense')
  assert.equal(help.code, 2)
  assert.match(help.err, /^error: unknown command 'nonsense'/)
  assert.deepEqual(help, await run('nonsense'))
})

test('help on help, and on nothing, is the help of all', async () => {
  const all = await run('--help')
  assert.equal(all.code, 0)
  assert.deepEqual(await run('help'), all)
  assert.deepEqual(await run('help', 'help'), all)
})

const PARTS: readonly [command: string, settings: readonly string[]][] = [
  ['start', ['PORT', 'DESK_PORT', 'KEYTURN_HOME', 'DATABASE_URL']],
  ['web', ['PORT', 'KEYTURN_HOME', 'DATABASE_URL']],
  ['desk', ['DESK_PORT', 'KEYTURN_HOME', 'DATABASE_URL']],
  ['worker', ['KEYTURN_HOME', 'DATABASE_URL']],
]

for (const [command, settings] of PARTS)
  test(`the help of ${command} tells its settings and exit codes`, async () => {
    const { code, out } = await run(command, '--help')
    assert.equal(code, 0)
    const told = [...out.matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name)
    assert.deepEqual(told, settings)
    assert.match(out, /docs\/operating\/SETTINGS\.md/)
    assert.match(out, /^Exit codes: 0 /m)
  })
