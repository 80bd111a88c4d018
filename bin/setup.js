// Runs before `npm start` and `npm test`, on any Node from 20 on, with nothing installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pinnedNode, root } from './pinned-node.js'

const isStart = process.env.npm_lifecycle_event === 'prestart'

if (Number.parseInt(process.versions.node, 10) < 20) {
  fail(`Keyturn's set-up needs Node 20 or newer; this is ${process.version}.`)
}
if (!isInstalled()) install()
buildAssets()

/** Whether every package of package-lock.json is there in the version it names. */
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (present === undefined || pinnedNode() === undefined) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (found !== undefined) return found.version === entry.version
    // Packages of other platforms are left out; development packages may be, where one only starts.
    return entry.optional === true || entry.devOptional === true || (entry.dev === true && isStart)
  })
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install() {
  console.log('Installing packages (npm install), about a minute ...')
  // Not `npm ci`: it refuses the lock file where a registry does not offer every platform's binaries.
  // This takes the same versions and checks the same hashes, and --no-save leaves both files alone.
  npm('install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error')
  if (pinnedNode() !== undefined) return
  // With install scripts switched off, the pinned Node is the one package that is not usable.
  console.log('Fetching the pinned Node ...')
  npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error')
  if (pinnedNode() === undefined) {
    fail('npm did not install the pinned Node (package "node"): its install script has to run.')
  }
}

function npm(...args) {
  const { npm_execpath: script, npm_node_execpath: node = process.execPath } = process.env
  const [file, ...rest] = script === undefined ? ['npm', ...args] : [node, script, ...args]
  const { status, error } = spawnSync(file, rest, {
    cwd: root,
    // npm's chatter goes to standard error, so that standard output stays for what is started.
    stdio: ['ignore', 2, 2],
    shell: script === undefined && process.platform === 'win32',
  })
  if (error) fail(`npm cannot be started: ${error.message}`)
  if (status !== 0) fail(`npm ${args[0]} failed; its message is above.`)
}

function buildAssets() {
  const builder = join(root, 'bin', 'build-assets.js')
  if (!existsSync(builder)) return
  const { status } = spawnSync(pinnedNode(), [builder], { cwd: root, stdio: 'inherit' })
  if (status !== 0) fail('The browser assets could not be built; the reason is above.')
}

function fail(message) {
  console.error(message)
  process.exit(1)
}
