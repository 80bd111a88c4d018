// Chains of every kind on a database of the test's own, and a superuser who changes them behind
// our back.
import assert from 'node:assert/strict'
import pg from 'pg'
import { date } from '#src/domain/calendar.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { lockAccount } from '#src/store/accounts/accounts.ts'
import { appendAccessAudit } from '#src/store/logins/access-audit.ts'
import {
  type AccessChain,
  chainOfLogin,
  chainOfStaff,
  chainOfUnknownNames,
} from '#src/store/logins/access-chain.ts'
import { type MigratedDatabase, newTestId, testDatabase } from './database.ts'
import { insertTestAccount } from './stored-account.ts'

const AT = '2026-11-24T16:48:00.000Z'
const LINES = 5

/** Two accounts, a login, a staff member and a day of unknown names, five lines each. */
export async function auditedBook() {
  const database = await testDatabase()
  const superuser = new pg.Client({ connectionString: database.superuserUrl })
  await superuser.connect()
  await superuser.query('set session_replication_role = replica')
  const accounts = [await plantAccount(database), await plantAccount(database)] as const
  const loginId = newTestId()
  const chains = {
    login: chainOfLogin(loginId),
    staff: chainOfStaff(newTestId()),
    unknown: chainOfUnknownNames(date('2026-11-24')),
  }
  for (const chain of Object.values(chains))
    for (let at = 0; at < LINES; at += 1) await appendAccess(database, chain)
  return {
    database,
    accountId: accounts[0],
    chains,
    appendAccess: (chain: AccessChain) => appendAccess(database, chain),
    superuser: async (statement: string) => {
      const { rowCount } = await superuser.query(statement)
      assert.ok((rowCount ?? 0) > 0, `changes something: ${statement}`)
    },
    /** What `work` changed in these tables is put back. */
    restored: async (tables: readonly string[], work: () => Promise<void>) => {
      for (const table of tables)
        await superuser.query(`create table kept_${table} as table ${table}`)
      try {
        await work()
      } finally {
        for (const table of tables) {
          await superuser.query(`delete from ${table}`)
          const columns = await columnsOf(superuser, table)
          await superuser.query(
            `insert into ${table} (${columns}) select ${columns} from kept_${table}`,
          )
          await superuser.query(`drop table kept_${table}`)
        }
      }
    },
    close: async () => {
      await superuser.end()
      await database.close()
    },
  }
}

/** Those that are written; what the database works out by itself is not put back. */
async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query(
    `select string_agg(quote_ident(attname), ', ') as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    [table],
  )
  return rows[0].columns
}

async function plantAccount({ db, vault }: MigratedDatabase): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { account } = await insertTestAccount(tx, vault)
    const { accountId } = account
    for (let at = 1; at < LINES; at += 1) {
      const locked = await lockAccount(tx, accountId)
      assert.ok(locked)
      const entry = {
        at: AT,
        requestId: `r-${at}`,
        actor: { kind: 'staff', id: 's1' },
        action: 'viewed',
        details: { page: 'overview' },
      } as const
      await appendAccountAudit(tx, vault, { account: locked, entry })
    }
    return accountId
  })
}

function appendAccess({ db, vault }: MigratedDatabase, chain: AccessChain): Promise<void> {
  const entry = {
    at: AT,
    requestId: newTestId(),
    loginId: null,
    action: 'signedIn',
    address: '192.0.2.1',
    device: 'Firefox on Linux',
    details: {},
  }
  return db.transaction().execute((tx) => appendAccessAudit(tx, vault, { chain, entry }))
}
