// A transaction begins together with its first statement: one round trip less.
import pg from 'pg'

const BEGIN = 'begin'
const ENDS = new Map([
  ['commit', 'COMMIT'],
  ['rollback', 'ROLLBACK'],
])

export type Sending = {
  readonly send: (config: pg.QueryConfig) => Promise<unknown>
  /** A begin failed; the connection is not to be used again. */
  readonly isSpoiled: () => boolean
}

/**
 * Keeps a begin until the first statement with parameters and sends both in one message. Should the
 * begin fail, the server skips what came with it. A transaction without statements is never sent.
 */
export function beginningLate(client: pg.PoolClient): Sending {
  let isKept = false
  let isSpoiled = false
  const send = async (config: pg.QueryConfig): Promise<unknown> => {
    if (config.text === BEGIN) {
      isKept = true
      return empty('BEGIN')
    }
    if (!isKept) return client.query(config)
    isKept = false
    const end = ENDS.get(config.text)
    if (end !== undefined) return empty(end)
    // Without parameters it goes by the simple protocol, which cannot be skipped.
    if (config.values === undefined || config.values.length === 0) {
      await client.query(BEGIN)
      return client.query(config)
    }
    return new Promise((resolve, reject) => {
      const first = new FirstStatement(config, (error, result) => {
        if (error === null) return resolve(result)
        isSpoiled ||= !first.isBegun
        reject(error)
      })
      client.query(first)
    })
  }
  return { send, isSpoiled: () => isSpoiled }
}

function empty(command: string) {
  return { command, rowCount: null, rows: [] }
}

type Answer = (error: Error | null, result: unknown) => void

/** What the library's own query does; its types leave it out. */
type Steps = new (
  config: pg.QueryConfig,
  callback: Answer,
) => pg.Submittable & {
  prepare(connection: pg.Connection): void
  handleCommandComplete(message: unknown, connection: pg.Connection): void
}

class FirstStatement extends (pg.Query as unknown as Steps) {
  isBegun = false

  override prepare(connection: pg.Connection): void {
    connection.parse({ name: '', text: BEGIN, types: [] }, true)
    connection.bind({}, true)
    connection.execute({}, true)
    super.prepare(connection)
  }

  override handleCommandComplete(message: unknown, connection: pg.Connection): void {
    if (this.isBegun) super.handleCommandComplete(message, connection)
    this.isBegun = true
  }
}
