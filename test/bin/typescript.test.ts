import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../..')
const loader = join(root, 'bin', 'typescript.js')

test('JSX and types run from any directory, and an edit counts at once', (t) => {
  const folder = scratch()
  t.after(() => rmSync(folder, { recursive: true }))
  const page = join(folder, 'page.tsx')
  for (const word of ['one', 'two', 'two']) {
    writeFileSync(page, pageSaying(word))
    assert.equal(run(page).stdout, `<p>${word}</p>\n`)
  }
})

test('a stack trace names the line that was written', (t) => {
  const folder = scratch()
  t.after(() => rmSync(folder, { recursive: true }))
  const page = join(folder, 'page.tsx')
  writeFileSync(
    page,
    `type Unused = {\n  a: 1\n}\n\n${pageSaying('three')}throw new Error('here')\n`,
  )
  const fresh = run(page)
  const kept = run(page)
  assert.match(fresh.stderr, /page\.tsx:8:7/)
  assert.match(kept.stderr, /page\.tsx:8:7/)
})

test('a module in a thread of its own runs the same way', (t) => {
  const folder = scratch()
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'page.tsx'), pageSaying('four'))
  const starter = join(folder, 'starter.ts')
  writeFileSync(
    starter,
    `import { Worker } from 'node:worker_threads'
new Worker(new URL('page.tsx', import.meta.url))
`,
  )
  assert.equal(run(starter).stdout, '<p>four</p>\n')
})

function pageSaying(word: string): string {
  return `import { renderToString } from 'preact-render-to-string'
const Page = (props: { word: string }) => <p>{props.word}</p>
console.log(renderToString(<Page word="${word}" />))
`
}

/** Inside the clone, where packages are found. */
function scratch(): string {
  mkdirSync(join(root, 'build'), { recursive: true })
  return mkdtempSync(join(root, 'build', 'test-'))
}

function run(file: string) {
  const args = ['--import', loader, file]
  return spawnSync(process.execPath, args, { cwd: '/', encoding: 'utf8' })
}
