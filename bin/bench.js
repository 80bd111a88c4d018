// `npm run bench`: runs bench/run.ts on the pinned Node. What follows `--` goes to it: --only NAME,
// --quick.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeOptions, pinnedNode, root } from './pinned-node.js'

const node = pinnedNode()
if (node === undefined) {
  console.error('Nothing is installed yet: run "npm run bench", which does that first.')
  process.exit(1)
}

// A bench never meets the database, the ports or the home of whoever runs it.
const { DATABASE_URL, MIGRATE_DATABASE_URL, KEYTURN_HOME, PORT, DESK_PORT, ...outside } =
  process.env

const bench = join(root, 'bench', 'run.ts')
const child = spawn(node, [...nodeOptions, bench, ...process.argv.slice(2)], {
  cwd: root,
  env: outside,
  stdio: 'inherit',
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // Ctrl-C in a terminal goes to the child as well.
    const isFromTerminal = signal === 'SIGINT' && process.stdin.isTTY
    if (!isFromTerminal) child.kill('SIGTERM')
  })
}

child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
