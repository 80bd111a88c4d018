import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import pg from 'pg'
import {
  type EmbeddedOptions,
  type EmbeddedServer,
  startEmbedded,
} from '#src/store/embedded/start-embedded.ts'

export type TemporaryHome = {
  path: string
  start(options?: Omit<EmbeddedOptions, 'home'>): Promise<EmbeddedServer>
}

/** A home for one embedded server; after the test the server is stopped and all of it removed. */
export async function temporaryHome(t: TestContext): Promise<TemporaryHome> {
  const path = await mkdtemp(join(tmpdir(), 'keyturn-home-'))
  // When root runs the tests, the server is another user, who has to pass through.
  await chmod(path, 0o711)
  const servers: EmbeddedServer[] = []
  t.after(async () => {
    for (const server of servers) await server.discard()
    await rm(path, { recursive: true, force: true })
  })
  const start = async (options: Omit<EmbeddedOptions, 'home'> = {}) => {
    const server = await startEmbedded({ durability: 'fast', ...options, home: path })
    servers.push(server)
    return server
  }
  return { path, start }
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
