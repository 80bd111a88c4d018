import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { maintenanceUrl, type Passwords } from './database-urls.ts'
import { EmbeddedServerError, errorCode } from './embedded-server-error.ts'
import { findRunningServer, type PidFile } from './pid-file.ts'

const POLL_MILLISECONDS = 100
const PATIENCE_MILLISECONDS = 60_000
const WRONG_PASSWORD = '28P01'

/**
 * The server of this data directory when one runs and answers; undefined when none does. One that
 * is just starting, recovering or stopping is waited for.
 */
export async function joinRunningServer(
  data: string,
  passwords: Passwords,
): Promise<PidFile | undefined> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS
  for (;;) {
    const running = await findRunningServer(data)
    if (!running) return undefined
    const failure = await connectionFailure(maintenanceUrl(running.address, passwords))
    if (!failure) return running
    if (errorCode(failure) === WRONG_PASSWORD || Date.now() > deadline) {
      throw new EmbeddedServerError(
        `The PostgreSQL server of ${data} (process ${running.pid}) runs but does not let Keyturn ` +
          `in: ${failure.message}. Stop that process and start again.`,
        { cause: failure },
      )
    }
    await sleep(POLL_MILLISECONDS)
  }
}

async function connectionFailure(connectionString: string): Promise<Error | undefined> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end()
  }
}
