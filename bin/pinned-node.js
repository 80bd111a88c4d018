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

/** What makes that Node run our TypeScript and JSX, from any working directory. */
export const typeScript = ['--import', new URL('typescript.js', import.meta.url).href]
