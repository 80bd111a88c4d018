// What the role of portal, desk and worker cannot do, tried.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { connect } from '#src/store/database.ts'
import { APP_ROLE, assertAppRights } from '#src/store/schema/app-role.ts'
import { testDatabase } from '#test/support/database.ts'
import { insertTestAccount } from '#test/support/stored-account.ts'

const database = await testDatabase()
const { db, vault } = database
after(database.close)

await db.transaction().execute((tx) => insertTestAccount(tx, vault))

const denied = { code: '42501' }

test('tests run as the role the application runs as', async () => {
  const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
  assert.deepEqual(rows, [{ role: APP_ROLE }])
  await assertAppRights(db)
})

for (const table of [
  'account_event',
  'posting',
  'account_audit',
  'access_audit',
  'obligor_change',
]) {
  test(`${table}: nothing is changed, deleted or emptied`, async () => {
    const name = sql.table(table)
    const column = table === 'access_audit' ? sql`chain = chain` : sql`account_id = account_id`
    await assert.rejects(sql`update ${name} set ${column}`.execute(db), denied)
    await assert.rejects(sql`delete from ${name}`.execute(db), denied)
    await assert.rejects(sql`truncate ${name}`.execute(db), denied)
  })
}

test('what boarding wrote about an account stays', async () => {
  const set = (assignment: string) => sql`update account set ${sql.raw(assignment)}`.execute(db)
  for (const column of ['account_id', 'account_number', 'product', 'source', 'boarded_at']) {
    await assert.rejects(set(`${column} = ${column}`), denied, column)
  }
  await set('review_on = review_on')
  await assert.rejects(sql`delete from account`.execute(db), denied)
})

/** Every column of the table, and those that the application changes. */
const CHANGED = {
  login_session: ['held', 'last_seen_at', 'expires_at'],
  staff_notice: ['closed_at', 'closed_by'],
}

for (const [table, changed] of Object.entries(CHANGED))
  test(`of ${table} nothing else is changed than ${changed.join(', ')}`, async () => {
    const { rows } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns where table_name = ${table}`.execute(db)
    const columns = rows.map(({ column_name: name }) => name)
    assert.ok(changed.every((name) => columns.includes(name)))
    for (const name of columns) {
      const column = sql.ref(name)
      const touch = sql`update ${sql.table(table)} set ${column} = ${column}`.execute(db)
      if (changed.includes(name)) await touch
      else await assert.rejects(touch, denied, name)
    }
  })

test('a number keeps its account', async () => {
  await assert.rejects(sql`update directory set account_id = account_id`.execute(db), denied)
  await assert.rejects(sql`delete from directory`.execute(db), denied)
})

test('it makes no table, changes none, and gives itself no right', async () => {
  await assert.rejects(sql`create table mine (id integer)`.execute(db), denied)
  await assert.rejects(sql`create table pgboss.mine (id integer)`.execute(db), denied)
  await assert.rejects(sql`alter table posting drop constraint posting_check`.execute(db), denied)
  await assert.rejects(sql`drop table posting`.execute(db), denied)
  await sql`grant update on posting to ${sql.raw(APP_ROLE)}`.execute(db).catch(() => undefined)
  await assertAppRights(db)
})

test('the application refuses to start as the owner or as a superuser', async () => {
  for (const [url, reason] of [
    [database.ownerUrl, /can change or delete rows of access_audit, account_audit, account_event/],
    [database.superuserUrl, /will not run as the superuser/],
  ] as const) {
    const other = connect({ url, max: 1, applicationName: 'keyturn test' })
    await assert.rejects(assertAppRights(other), { name: 'AppRightsError', message: reason })
    await other.destroy()
  }
})

test('a right on a single column is noticed too', async () => {
  const owner = connect({ url: database.ownerUrl, max: 1, applicationName: 'keyturn test' })
  await sql`grant update (amount) on posting to ${sql.raw(APP_ROLE)}`.execute(owner)
  await assert.rejects(assertAppRights(db), { message: /rows of posting\./ })
  await sql`revoke update (amount) on posting from ${sql.raw(APP_ROLE)}`.execute(owner)
  await owner.destroy()
  await assertAppRights(db)
})

test('another login runs as the role by SET ROLE', async () => {
  const url = database.superuserUrl
  const other = connect({ url, max: 1, applicationName: 'keyturn test', role: APP_ROLE })
  await assertAppRights(other)
  await assert.rejects(sql`delete from posting`.execute(other), denied)
  await other.destroy()
})
