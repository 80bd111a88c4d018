// Which test files share a process. To load the application takes longer than most files take to
// run, so the files of a folder run one after another in one process, each with its own database;
// those that change what a process has are alone in theirs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { root } from './pinned-node.js'

/** How many files of a folder at most; more are shared out evenly. */
const AT_MOST = 16

const ALONE =
  /\bprocess\.(chdir|emit|env|exit|exitCode|kill|memoryUsage|on|once)\b|\bmock\b|\bmarkSentences\b/

/** Alone too, for each has a browser and takes long. */
const LONG = 'test/browser'

/** Longer than the longest file, and an end for a test that would never have one. */
const MOST_MS = 10 * 60_000

/**
 * What `node --test` is given for these files: a file that is alone, or a written one, under
 * `folder`, that runs several in turn.
 */
export function testProcesses(files, folder = join(root, 'build', 'tests')) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const [alone, together] = [files.filter(isAlone), files.filter((file) => !isAlone(file))]
  const shared = rooms(together).flatMap(([room, of]) =>
    shares(of).map((some, number) => written(some, { folder, room, number })),
  )
  return [...alone, ...shared]
}

function isAlone(file) {
  return roomOf(file) === LONG || ALONE.test(readFileSync(resolve(root, file), 'utf8'))
}

/** "test/web" of test/web/account/overview.test.ts, "test" of test/log.test.ts. */
function roomOf(file) {
  return dirname(file).split('/').slice(0, 2).join('/')
}

function rooms(files) {
  return Object.entries(Object.groupBy(files, roomOf))
}

function shares(files) {
  const size = Math.ceil(files.length / Math.ceil(files.length / AT_MOST))
  const starts = files.map((_, index) => index).filter((index) => index % size === 0)
  return starts.map((start) => files.slice(start, start + size))
}

function written(files, { folder, room, number }) {
  const file = join(folder, `${room.replaceAll('/', '-')}-${number + 1}.test.js`)
  const names = files.map((name) => `  ${JSON.stringify(name)},\n`).join('')
  const self = pathToFileURL(fileURLToPath(import.meta.url)).href
  const lines = [`import { inTurn } from '${self}'`, '', `inTurn([\n${names}])`, '']
  writeFileSync(file, lines.join('\n'))
  return relative(root, file)
}

/**
 * Runs test files one after another. Each is a test of its own: what a file runs before and after
 * its tests comes before and after these alone, and a file that cannot be loaded fails.
 */
export function inTurn(files) {
  for (const file of files) {
    test(file, { timeout: MOST_MS }, async (t) => {
      const { promise, resolve: loaded, reject } = Promise.withResolvers()
      // A test begins as soon as it is named; it has to wait for what its file says further down.
      t.before(() => promise)
      import(pathToFileURL(resolve(root, file)).href).then(loaded, reject)
      await promise
    })
  }
}
