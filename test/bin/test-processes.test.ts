import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type TestContext, test } from 'node:test'

const root = resolve(import.meta.dirname, '../..')
const { testProcesses } = await import(join(root, 'bin', 'test-processes.js'))

test('every test file is in one process, and what changes its process is alone', (t) => {
  const files = globSync('test/**/*.test.{ts,tsx}', { cwd: root })
  const given: string[] = testProcesses(files, scratch(t))
  const written = given.filter((file) => !file.startsWith('test/'))
  assert.ok(written.length > 20)
  const inTurn = written.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/"(test\/[^"]+)"/g)].map(
      ([, name]) => name,
    ),
  )
  const alone = given.filter((file) => file.startsWith('test/'))
  assert.deepEqual([...alone, ...inTurn].sort(), files.sort())
  assert.ok(alone.includes('test/store/embedded/placement.test.ts'), 'it sets TMPDIR')
  assert.ok(alone.includes('test/words/pseudo.test.ts'), 'it marks every sentence there is')
  assert.ok(
    alone.includes('test/vault/key-file.test.ts'),
    'it puts a clock in the place of another',
  )
})

test('each file has its own before and after, and they come in turn', (t) => {
  const spoken = (name: string) =>
    `import { after, before, test } from 'node:test'
     before(() => console.log('${name} before'))
     after(() => console.log('${name} after'))
     test('${name} first', () => console.log(LATER))
     await new Promise((resolve) => setTimeout(resolve, 20))
     test('${name} second', () => console.log(LATER))
     const LATER = '${name} test'\n`
  const { status, lines } = run(t, { 'a.test.ts': spoken('a'), 'b.test.ts': spoken('b') })
  const said = ['before', 'test', 'test', 'after']
  const both = ['a', 'b'].flatMap((name) => said.map((what) => `${name} ${what}`))
  assert.deepEqual(
    lines.filter((line) => /^[ab] /.test(line)),
    both,
  )
  assert.equal(status, 0)
})

const PASSES = `import { test } from 'node:test'\ntest('passes', () => undefined)\n`

for (const [what, text] of Object.entries({
  'a test that fails': `test('x', () => { throw new Error('no') })`,
  'what comes before them fails': `before(() => { throw new Error('no') })\ntest('x', () => {})`,
  'what comes after them fails': `after(() => { throw new Error('no') })\ntest('x', () => {})`,
  'its loading fails': `test('x', () => {})\nthrow new Error('no')`,
  'another file is missing': `import './nowhere.ts'`,
  'what it left running fails': `test('x', () => { setTimeout(() => { throw new Error('no') }, 5) })`,
}))
  test(`a file fails, and the others are run: ${what}`, (t) => {
    const faulty = `import { after, before, test } from 'node:test'\n${text}\n`
    const { status, lines } = run(t, { 'a.test.ts': faulty, 'b.test.ts': PASSES })
    assert.equal(status, 1)
    assert.ok(lines.some((line) => /✔ passes/.test(line)))
  })

/** Runs the files as `npm test` does. */
function run(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = scratch(t)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const names = Object.keys(files).map((name) => join(folder, name))
  const given = testProcesses(names, join(folder, 'processes'))
  assert.equal(given.length, 1)
  const { NODE_TEST_CONTEXT, ...env } = process.env
  const options = ['--test', '--test-reporter=spec', ...given]
  const args = ['--import', join(root, 'bin', 'typescript.js'), ...options]
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' })
  return { status, lines: stdout.split('\n') }
}

/** Inside the clone, where packages are found. */
function scratch(t: TestContext): string {
  mkdirSync(join(root, 'build'), { recursive: true })
  const folder = mkdtempSync(join(root, 'build', 'test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}
