// Runs on any Node from 20 on: it is what finds the Node that everything else runs on.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The directory of the clone, symbolic links resolved. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** The Node that package.json pins, as npm installed it; undefined when it is not there. */
export function pinnedNode() {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  return [['node'], ['node', 'node_modules', platform], [platform]]
    .map((place) => join(root, 'node_modules', ...place, 'bin', program))
    .find((file) => existsSync(file))
}

/**
 * What that Node is run with: our TypeScript and JSX, from any working directory; and no object is
 * taken for long-lived because those made at the same place once were. A process that kept many
 * accounts for a while would make each later one in the old generation, and a close of a day would
 * spend a good part of its time on getting rid of them again.
 */
export const nodeOptions = [
  '--no-allocation-site-pretenuring',
  '--import',
  new URL('typescript.js', import.meta.url).href,
]
