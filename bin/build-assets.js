// Builds what browsers load into build/assets: the stylesheet, the islands, the font, each with its
// hash in its name, and manifest.json from plain name to file. Does nothing when no input changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Returns the manifest: plain name to file name. */
export function buildAssets(out = join(ROOT, 'build', 'assets')) {
  const stamp = inputStamp()
  const standing = manifestOf(out, stamp)
  if (standing) return standing
  const fresh = `${out}.${process.pid}`
  mkdirSync(fresh, { recursive: true })
  const manifest = {}
  keep(manifest, fresh, 'inter-latin.woff2', readFileSync(source('ui/fonts/inter-latin.woff2')))
  keep(manifest, fresh, 'favicon.svg', readFileSync(source('ui/favicon.svg')))
  for (const name of ['theme.css', 'portal.css'])
    keep(manifest, fresh, name, stylesheet(name, { folder: fresh, manifest }))
  for (const island of islands()) keep(manifest, fresh, ...bundle(island))
  writeFileSync(join(fresh, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(join(fresh, 'inputs.txt'), stamp)
  putInPlace(fresh, out, stamp)
  return manifest
}

/** The manifest of a folder built from these inputs, else null. */
function manifestOf(folder, stamp) {
  const stampFile = join(folder, 'inputs.txt')
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) return null
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
}

/** Two processes may build at once: whoever comes second keeps what the first put there. */
function putInPlace(fresh, out, stamp) {
  try {
    rmSync(out, { recursive: true, force: true })
    renameSync(fresh, out)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    if (!manifestOf(out, stamp)) throw error
  }
}

/** A hash of every file that can change the result. */
function inputStamp() {
  const hash = createHash('sha256')
  const files = [fileURLToPath(import.meta.url), join(ROOT, 'package-lock.json')]
  for (const entry of readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const room = relative(join(ROOT, 'src'), path)
    if (entry.isFile() && isInput(room)) files.push(path)
  }
  for (const file of files.sort()) {
    if (existsSync(file)) hash.update(relative(ROOT, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function isInput(path) {
  return path.endsWith('.tsx') || path.startsWith('ui/') || path.startsWith('islands/')
}

function stylesheet(name, { folder, manifest }) {
  const require = createRequire(import.meta.url)
  const cli = join(dirname(require.resolve('@tailwindcss/cli/package.json')), 'dist/index.mjs')
  const file = join(folder, name)
  const input = source(`ui/${name}`)
  execFileSync(process.execPath, [cli, '-i', input, '-o', file, '--minify'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const css = readFileSync(file, 'utf8')
  rmSync(file)
  return Buffer.from(css.replaceAll('inter-latin.woff2', manifest['inter-latin.woff2']))
}

function islands() {
  return readdirSync(source('islands'))
    .filter((name) => name.endsWith('.ts'))
    .sort()
}

function bundle(island) {
  const built = buildSync({
    entryPoints: [source(`islands/${island}`)],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    write: false,
  })
  return [island.replace(/\.ts$/, '.js'), Buffer.from(built.outputFiles[0].contents)]
}

/** Writes the file under its hashed name and, beside it, its bytes in Brotli and gzip. */
function keep(manifest, folder, name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`)
  writeFileSync(join(folder, hashed), bytes)
  if (!name.endsWith('.woff2')) {
    writeFileSync(join(folder, `${hashed}.br`), brotliCompressSync(bytes))
    writeFileSync(join(folder, `${hashed}.gz`), gzipSync(bytes, { level: 9 }))
  }
  manifest[name] = hashed
}

function source(path) {
  return join(ROOT, 'src', path)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const out = resolve(process.argv[2] ?? join(ROOT, 'build', 'assets'))
  for (const [name, file] of Object.entries(buildAssets(out))) {
    const path = join(out, file)
    const packed = existsSync(`${path}.br`) ? `, ${statSync(`${path}.br`).size} with Brotli` : ''
    console.log(`${name.padEnd(18)} ${statSync(path).size} bytes${packed}`)
  }
}
