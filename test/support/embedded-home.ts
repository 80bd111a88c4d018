import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbedded,
} from '#src/store/embedded/start-embedded.ts'
import { onInterrupt } from './interrupt.ts'

export type Scratch = {
  path: string
  start(options?: EmbeddedOptions): Promise<EmbeddedServer>
}

/**
 * A directory that only its owner can enter; it and every server started from it end with the test.
 */
export async function temporaryDirectory(t: TestContext): Promise<Scratch> {
  const path = await realpath(await mkdtemp(join(tmpdir(), 'keyturn-home-')))
  const starts: Promise<EmbeddedServer>[] = []
  const remove = async () => {
    for (const started of await Promise.allSettled(starts)) {
      if (started.status === 'fulfilled') await started.value.discard()
    }
    await rm(path, { recursive: true, force: true })
  }
  const takeBack = onInterrupt(remove)
  t.after(() => remove().finally(takeBack))
  const start = (options: EmbeddedOptions = {}) => {
    const server = startEmbedded({ durability: 'fast', ...options })
    starts.push(server)
    return server
  }
  return { path, start }
}

/** A home for one embedded server, one that root's server, another user, can pass through. */
export async function temporaryHome(t: TestContext): Promise<Scratch> {
  const { path, start } = await temporaryDirectory(t)
  await chmod(path, 0o711)
  return { path, start: (options) => start({ ...options, home: path }) }
}

/** The rows of one statement over a connection of its own. */
export async function rows(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
