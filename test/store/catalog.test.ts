// What SCALE.md section 2 asks of the schema, so that Citus could hold it as it is.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#test/support/database.ts'

const database = await testDatabase()
const { db } = database
after(database.close)

type Placement = 'distributed' | 'reference' | 'local'
type Key = { table: string; kind: 'p' | 'u' | 'f'; columns: string[]; target: string | null }

const { rows: tables } = await sql<{ name: string; placement: Placement | null }>`
  select c.relname as name, obj_description(c.oid, 'pg_class') as placement
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
`.execute(db)

const { rows: keys } = await sql<Key>`
  select k.conrelid::regclass::text as table, k.contype as kind,
    array(select a.attname::text from unnest(k.conkey) with ordinality as c(num, at)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.num order by c.at) as columns,
    case when k.confrelid <> 0 then k.confrelid::regclass::text end as target
  from pg_constraint k
  where k.connamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')
`.execute(db)

const placements = new Map(tables.map((table) => [table.name, table.placement]))
const isDistributed = (name: string) => placements.get(name) === 'distributed'

test('every table says where it lives', () => {
  assert(tables.length > 20)
  for (const { name, placement } of tables) {
    assert(['distributed', 'reference', 'local'].includes(placement ?? ''), `${name}: ${placement}`)
  }
})

test('every table has a primary key, and that of a distributed one begins with account_id', () => {
  for (const { name } of tables) {
    const primary = keys.find((key) => key.table === name && key.kind === 'p')
    assert(primary, `${name} has a primary key`)
    if (isDistributed(name)) assert.equal(primary.columns[0], 'account_id', name)
  }
})

test('every unique key of a distributed table holds account_id', () => {
  for (const key of keys.filter((key) => key.kind === 'u' && isDistributed(key.table))) {
    assert(key.columns.includes('account_id'), `${key.table} (${key.columns})`)
  }
})

test('a foreign key never joins a local table and a distributed one', () => {
  const foreign = keys.filter((key) => key.kind === 'f')
  assert(foreign.length > 10)
  for (const { table, columns, target } of foreign) {
    const [from, to] = [placements.get(table), placements.get(target ?? '')]
    const what = `${table} (${columns}) -> ${target}: ${from} -> ${to}`
    if (from === 'distributed') {
      assert(to === 'reference' || (to === 'distributed' && columns[0] === 'account_id'), what)
    } else assert.equal(to, from, what)
  }
})

test('unique indexes are all constraints, so that the keys above are all there are', async () => {
  const { rows } = await sql`
    select i.indexrelid::regclass::text as name from pg_index i
    join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
    where i.indisunique
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  `.execute(db)
  assert.deepEqual(rows, [])
})

test('no trigger, no deferrable constraint, no rule, no sequence', async () => {
  const { rows: triggers } = await sql`
    select tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal
  `.execute(db)
  const { rows: deferrable } = await sql`
    select conname from pg_constraint
    where connamespace = 'public'::regnamespace and condeferrable
  `.execute(db)
  const { rows: rules } = await sql`
    select rulename from pg_rules where schemaname = 'public'
  `.execute(db)
  const { rows: sequences } = await sql`
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
  `.execute(db)
  assert.deepEqual(
    { triggers, deferrable, rules, sequences },
    {
      triggers: [],
      deferrable: [],
      rules: [],
      sequences: [],
    },
  )
})

test('money is a bigint with a check, and nothing is a float or a numeric', async () => {
  const { rows: loose } = await sql`
    select table_name, column_name, data_type from information_schema.columns
    where table_schema = 'public'
      and data_type in ('real', 'double precision', 'numeric', 'money',
        'timestamp without time zone')
  `.execute(db)
  assert.deepEqual(loose, [])
  const { rows: money } = await sql<{ name: string; is_checked: boolean }>`
    select c.relname || '.' || a.attname as name,
      exists (select 1 from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey)) as is_checked
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.atttypid = 'bigint'::regtype and not a.attisdropped
  `.execute(db)
  assert(money.some(({ name }) => name === 'posting.amount'))
  assert.deepEqual(
    money.filter((column) => !column.is_checked),
    [],
  )
})
