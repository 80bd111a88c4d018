import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, findBinaries, prepareBinaries } from './binaries.ts'
import { majorOf, makeDataDirectory, refuseOtherMajor } from './data-directory.ts'
import { type DatabaseUrls, databaseUrls, type Passwords } from './database-urls.ts'
import { explainFullDisk } from './embedded-server-error.ts'
import { joinRunningServer } from './join-server.ts'
import { clearMembers, joinMembers, leaveMembers } from './members.ts'
import { forgetPasswords, keepPasswords } from './passwords.ts'
import type { PidFile } from './pid-file.ts'
import { type Placement, placeCluster } from './placement.ts'
import { withLock } from './process-lock.ts'
import { provision } from './provision.ts'
import { launchServer, stopServer } from './server-process.ts'
import type { Durability } from './server-settings.ts'

export type EmbeddedOptions = {
  /** KEYTURN_HOME; left out, the directory .keyturn of the clone. */
  home?: string
  /** The clone's root; left out, the one that this file is in. */
  clone?: string
  /** A package of PostgreSQL binaries by name or directory; left out, this platform's. */
  binaries?: string
  durability?: Durability
  log?: (line: string) => void
}

export type EmbeddedServer = {
  urls: DatabaseUrls
  home: string
  dataDirectory: string
  /** undefined on Windows, where the server listens on the loopback. */
  socketDirectory: string | undefined
  major: number
  /** The server was already running, started by another process or an earlier call. */
  joined: boolean
  /** Leaves the server; the last to leave stops it. Safe to call twice. */
  stop(): Promise<void>
  /** Stops the server for everyone and deletes its data and passwords. */
  discard(): Promise<void>
}

/**
 * Starts the clone's own PostgreSQL server, or joins it when it runs. Refuses with an
 * EmbeddedServerError whose message an operator can act on.
 */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  let where = options.home ?? 'the data directory'
  try {
    const place = await placeCluster(options.home, options.clone ?? CLONE)
    where = place.base
    const packaged = await findBinaries(options.binaries)
    return await withLock(lockFile(place), async () => {
      const passwords = await keepPasswords(place)
      refuseOtherMajor(await majorOf(place.data), packaged, place.data)
      const found = await joinRunningServer(place.data, passwords)
      const binaries = await prepareBinaries(packaged, place)
      const server = found ?? (await start(binaries, place, passwords, options))
      const urls = databaseUrls(server.address, passwords)
      return handle({ place, binaries, server, urls, joined: found !== undefined })
    })
  } catch (error) {
    throw explainFullDisk(error, where)
  }
}

const CLONE = join(import.meta.dirname, '..', '..', '..')

async function start(
  binaries: Binaries,
  place: Placement,
  passwords: Passwords,
  { durability = 'durable', log = () => undefined }: EmbeddedOptions,
): Promise<PidFile> {
  await clearMembers(place.home)
  if ((await majorOf(place.data)) === undefined) {
    log(`making a PostgreSQL ${binaries.major} database in ${place.data}`)
    await makeDataDirectory(binaries, place, { password: passwords.superuser, durability })
  }
  log(`starting PostgreSQL ${binaries.major}`)
  const server = await launchServer(binaries, place, durability)
  try {
    await provision(server.address, passwords)
  } catch (error) {
    await stopServer(binaries, place, { known: server, mode: 'fast' })
    throw error
  }
  return server
}

type Running = {
  place: Placement
  binaries: Binaries
  server: PidFile
  urls: DatabaseUrls
  joined: boolean
}

async function handle({ place, binaries, server, urls, joined }: Running): Promise<EmbeddedServer> {
  const { host } = server.address
  const member = await joinMembers(place.home)
  const stop = () =>
    withLock(lockFile(place), async () => {
      const isLast = await leaveMembers(place.home, member)
      if (isLast) await stopServer(binaries, place, { known: server, mode: 'fast' })
    })
  const discard = () =>
    withLock(lockFile(place), async () => {
      await stopServer(binaries, place, { known: server, mode: 'immediate' })
      await clearMembers(place.home)
      await rm(place.base, { recursive: true, force: true })
      await forgetPasswords(place.home)
    })
  return {
    urls,
    home: place.home,
    dataDirectory: place.data,
    socketDirectory: host.startsWith('/') ? host : undefined,
    major: binaries.major,
    joined,
    stop,
    discard,
  }
}

function lockFile({ home }: Placement): string {
  return join(home, 'embedded.lock')
}
