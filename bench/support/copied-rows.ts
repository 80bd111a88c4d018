// Rows that the product wrote, kept by the server as files, to be written once more in the fastest
// way there is.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { asSuperuser, type BenchDatabase, type ServerAddress } from './bench-server.ts'

/** Which rows of a table: all, or those of a query. */
export type RowsOf = { readonly table: string; readonly where?: string }

/** Keeps rows as files of the server, for each table one. */
export async function keepRows(
  server: ServerAddress,
  database: BenchDatabase,
  kept: readonly RowsOf[],
): Promise<void> {
  await asSuperuser(database.urls, async (client) => {
    for (const { table, where = 'true' } of kept) {
      // The server may not write over a file that another user made.
      await rm(fileOf(server, table), { force: true })
      await client.query(
        `copy (select * from ${table} where ${where}) to '${fileOf(server, table)}'`,
      )
    }
  })
}

/** COPY of kept rows into a table. */
export async function copyRows(
  client: pg.ClientBase,
  server: ServerAddress,
  { from, into = from }: { from: string; into?: string },
): Promise<void> {
  await client.query(`copy ${into} from '${fileOf(server, from)}'`)
}

/** The columns of a table that take values: all but generated ones. */
export async function givenColumns(client: pg.ClientBase, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

function fileOf({ files }: ServerAddress, table: string): string {
  return join(files, `${table}.rows`)
}
