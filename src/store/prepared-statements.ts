// Statements that repeat are sent by name, so that the server parses and plans them once a
// connection.
import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { beginningLate } from './first-statement.ts'

// Beyond this many different texts a connection sends the rest unnamed: plans take memory in the
// server.
const MOST_NAMES = 500
const LONGEST_TEXT = 4_000

/** The pool as Kysely wants it. The second run of a text with parameters gives it a name. */
export function preparing(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  const names = new Map<string, string | null>()
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? wrap(client, names)
      known.set(client, wrapped)
      return wrapped
    },
  }
}

function wrap(client: pg.PoolClient, names: Map<string, string | null>): PostgresPoolClient {
  let isOver = false
  const { send, isSpoiled } = beginningLate(client)
  const query = async <R>(text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameOf(text, names) : null
    const named = name === null ? {} : { name }
    const sent = send({ text, values: [...values], ...named })
    const result = await sent.catch((error: unknown) => {
      isOver ||= isLast(error) || isSpoiled()
      throw error
    })
    return result as PostgresQueryResult<R>
  }
  return {
    // Cursors are not used: the dialect has no cursor package.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy === true || isOver),
  }
}

// The server says it and closes the connection after that: whoever is next must not get it.
function isLast(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.severity === 'FATAL'
}

function nameOf(text: string, names: Map<string, string | null>): string | null {
  const known = names.get(text)
  if (known) return known
  if (text.length > LONGEST_TEXT || names.size >= MOST_NAMES) return null
  const name = known === null ? createHash('sha256').update(text).digest('base64url') : null
  names.set(text, name)
  return name
}
