import assert from 'node:assert/strict'
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { findBinaries, prepareBinaries } from '#src/store/embedded/binaries.ts'
import type { Placement } from '#src/store/embedded/placement.ts'
import { runProgram } from '#src/store/embedded/server-program.ts'
import { isRoot, unprivilegedUser } from '#src/store/embedded/server-user.ts'

const links = { skip: process.platform === 'win32' ? 'Windows has no library links' : false }

test('links and execute bits that the install script left undone are made', links, async (t) => {
  const { packaged, place } = await bareCopy(t)
  const binaries = await prepareBinaries(packaged, place)
  assert.match(await versionOf(binaries, place), new RegExp(`PostgreSQL\\) ${packaged.major}\\.`))
})

test('a package that is not ours to change is completed in a copy', links, async (t) => {
  if (isRoot()) return t.skip('nothing is closed to root')
  const { packaged, place } = await bareCopy(t)
  await chmod(join(packaged.directory, 'native', 'lib'), 0o555)
  const binaries = await prepareBinaries(packaged, place)
  await chmod(join(packaged.directory, 'native', 'lib'), 0o755)
  assert.ok(binaries.program('initdb').startsWith(place.base))
  assert.match(await versionOf(binaries, place), /PostgreSQL/)
})

test(
  'files that others may not read are placed readable, the originals as they were',
  links,
  async (t) => {
    if (!isRoot()) return t.skip('only root places programs for another user')
    const { packaged, place } = await bareCopy(t)
    const original = join(packaged.directory, 'native', 'bin', 'postgres')
    await chmod(original, 0o700)
    const forOther = { ...place, user: await unprivilegedUser() }
    const binaries = await prepareBinaries(packaged, forOther)
    assert.match(await versionOf(binaries, forOther), /PostgreSQL/)
    assert.equal((await stat(original)).mode & 0o777, 0o700)
  },
)

type Case = { packaged: Awaited<ReturnType<typeof findBinaries>>; place: Placement }

// This platform's package as npm unpacks it: no links, as if install scripts were off.
async function bareCopy(t: TestContext): Promise<Case> {
  const root = await mkdtemp(join(tmpdir(), 'keyturn-binaries-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  await chmod(root, 0o755)
  const installed = await findBinaries(undefined)
  const directory = join(root, 'package')
  await cp(installed.directory, directory, { recursive: true, verbatimSymlinks: true })
  const library = join(directory, 'native', 'lib')
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(library, entry.name))
  }
  await chmod(join(directory, 'native', 'bin', 'initdb'), 0o644)
  const base = join(root, 'base')
  await mkdir(base, { mode: 0o755 })
  return {
    packaged: { ...installed, directory },
    place: { home: root, base, data: join(base, 'data'), user: undefined },
  }
}

async function versionOf(
  binaries: Awaited<ReturnType<typeof prepareBinaries>>,
  { user }: Placement,
): Promise<string> {
  const { text } = await runProgram(binaries.program('postgres'), ['--version'], user)
  return text
}
