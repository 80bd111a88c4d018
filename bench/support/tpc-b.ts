// A transaction like TPC-B's (five statements, one commit), on the same server: a yardstick to
// compare machines by.
import pg from 'pg'
import { asSuperuser } from './bench-server.ts'
import { runStreams } from './streams.ts'
import { type Book, CONNECTIONS } from './world.ts'

const ACCOUNTS_A_BRANCH = 10_000

const SCHEMA = `
  create table bench_branch (id integer primary key, balance bigint not null);
  create table bench_teller (id integer primary key, branch integer, balance bigint not null);
  create table bench_account (id integer primary key, branch integer, balance bigint not null);
  create table bench_history (
    teller integer, branch integer, account integer, delta integer, at timestamptz);
  insert into bench_branch select n, 0 from generate_series(1, ${CONNECTIONS}) n;
  insert into bench_teller select n, 1 + n % ${CONNECTIONS}, 0
    from generate_series(1, ${CONNECTIONS * 10}) n;
  insert into bench_account select n, 1 + n % ${CONNECTIONS}, 0
    from generate_series(1, ${CONNECTIONS * ACCOUNTS_A_BRANCH}) n;
  analyze`

/**
 * Transactions per second, on as many connections as the application has, each at a branch of its
 * own choice.
 */
export async function tpcB(book: Book, steps: number): Promise<number> {
  const { urls } = book.database
  await asSuperuser(urls, (client) => client.query(SCHEMA))
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: urls.superuser })
      await client.connect()
      return client
    }),
  )
  try {
    const streams = clients.map(() => Array.from({ length: steps }, (_, step) => step))
    const timed = await runStreams(streams, async (_, index) => {
      const client = clients[index]
      if (client) await transaction(client)
    })
    return timed.perSecond
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function transaction(client: pg.Client): Promise<void> {
  const below = (limit: number) => 1 + Math.floor(Math.random() * limit)
  const delta = below(10_000) - 5000
  const account = below(CONNECTIONS * ACCOUNTS_A_BRANCH)
  const teller = below(CONNECTIONS * 10)
  const branch = below(CONNECTIONS)
  const send = (text: string, values: number[]) =>
    client.query({ name: text.slice(0, 60), text, values })
  await client.query('begin')
  await send('update bench_account set balance = balance + $1 where id = $2', [delta, account])
  await send('select balance from bench_account where id = $1', [account])
  await send('update bench_teller set balance = balance + $1 where id = $2', [delta, teller])
  await send('update bench_branch set balance = balance + $1 where id = $2', [delta, branch])
  await send('insert into bench_history values ($1, $2, $3, $4, now())', [
    teller,
    branch,
    account,
    delta,
  ])
  await client.query('commit')
}
