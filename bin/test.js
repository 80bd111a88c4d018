// `npm test`: the static checks, then every test against one throw-away PostgreSQL cluster.
// With file names as arguments: only these tests. `npm run test:long`: those that take minutes.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOptions, pinnedNode, root } from './pinned-node.js'
import { testProcesses } from './test-processes.js'

const node = pinnedNode()
if (node === undefined) {
  console.error('Nothing is installed yet: run "npm test", which does that first.')
  process.exit(1)
}

// A test never meets the database, the ports or the home of whoever runs it.
const { DATABASE_URL, MIGRATE_DATABASE_URL, KEYTURN_HOME, PORT, DESK_PORT, ...outside } =
  process.env
const environment = { ...outside }

let child
let cluster
let interrupted

if (process.execPath === fs.realpathSync(node)) await main()
else process.exitCode = await run([fileURLToPath(import.meta.url), ...process.argv.slice(2)])

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, interrupt)
  const isLong = process.argv[2] === '--long'
  const asked = isLong ? found('test/long/**') : process.argv.slice(2)
  let failed = asked.length === 0 && !(await staticChecks())
  if (!interrupted) failed = !(await tests(asked)) || failed
  process.exitCode = failed || interrupted ? 1 : 0
}

async function staticChecks() {
  const checks = {
    'Format and lint': ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
    Types: ['typescript/bin/tsc', '--noEmit'],
    'Dead code': ['knip/bin/knip.js'],
  }
  let passed = true
  for (const [title, [program, ...args]] of Object.entries(checks)) {
    if (interrupted) return false
    console.log(`${title} ...`)
    if ((await run([join(root, 'node_modules', program), ...args])) === 0) continue
    console.error(`✖ ${title}: failed`)
    passed = false
  }
  return passed
}

async function tests(asked) {
  const files = asked.length > 0 ? asked : found('test/!(long)/**', 'test')
  if (files.length === 0) throw new Error('there are no tests')
  const { CLUSTER_VARIABLE, startTestServer } = await import('../test/support/cluster.ts')
  cluster = await startTestServer()
  environment[CLUSTER_VARIABLE] = JSON.stringify(cluster.urls)
  try {
    if (interrupted) return false
    // On two cores: each waits a third of its time for PostgreSQL, a browser or a child of its own.
    const options = ['--test', '--test-concurrency=3', '--test-reporter=spec']
    const asGiven = asked.length > 0 ? files : testProcesses(files.sort())
    return (await run([...nodeOptions, ...options, ...asGiven])) === 0
  } finally {
    await cluster.remove()
  }
}

function found(...folders) {
  return folders.flatMap((folder) => fs.globSync(`${folder}/*.test.{ts,tsx}`, { cwd: root }))
}

function run(args) {
  return new Promise((resolve, reject) => {
    child = spawn(node, args, { cwd: root, env: environment, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

// The step that runs ends, and the cluster with it.
function interrupt(signal) {
  interrupted = signal
  child?.kill(signal === 'SIGINT' ? 'SIGTERM' : signal)
}
