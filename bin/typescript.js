// Loaded by --import before everything else, in each process and thread of ours: makes Node run our
// TypeScript. Types are taken out by Node itself; of JSX it knows nothing, so that goes through
// esbuild. What either made is kept under build/ and made again when its file changes.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const kept = join(root, 'build', 'compiled')
const require = createRequire(import.meta.url)

/** No names are kept by wrapping functions: pages make thousands of small ones. */
const OPTIONS = {
  loader: 'tsx',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'inline',
  sourcesContent: false,
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
}
const RECIPE = `${JSON.stringify(OPTIONS)} ${require('esbuild/package.json').version}`

enableCompileCache(join(kept, 'node'))
setSourceMapsSupport(true)
registerHooks({ load })

function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.tsx(\?|$)/.test(url)) return next(url, context)
  return { format: 'module', shortCircuit: true, source: compile(fileURLToPath(url)) }
}

/** The module of a .tsx file: the kept one where that was made of the same text. */
function compile(file) {
  const text = readFileSync(file, 'utf8')
  const stamp = `//${createHash('sha256').update(RECIPE).update(text).digest('hex')}\n`
  const name = createHash('sha256').update(relative(root, file)).digest('hex').slice(0, 32)
  const place = join(kept, 'jsx', `${name}.js`)
  const standing = read(place)
  if (standing?.startsWith(stamp)) return standing.slice(stamp.length)
  const { code } = require('esbuild').transformSync(text, { ...OPTIONS, sourcefile: file })
  keep(place, stamp + code)
  return code
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** Put in place at once, for other processes read it; a clone that cannot be written goes without. */
function keep(place, text) {
  const fresh = `${place}.${process.pid}`
  try {
    mkdirSync(join(kept, 'jsx'), { recursive: true })
    writeFileSync(fresh, text)
    renameSync(fresh, place)
  } catch {}
}
