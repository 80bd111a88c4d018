// On a server with the citus extension each table is placed as its comment says: distributed by
// account_id, or reference. Local tables stay where they are. Without the extension nothing
// happens.
import type pg from 'pg'

type Placement = { readonly name: string; readonly placement: 'distributed' | 'reference' }

/** Names of the tables placed now. */
export async function distributeTables(client: pg.Client): Promise<string[]> {
  const extension = await client.query("select 1 from pg_extension where extname = 'citus'")
  if (!extension.rowCount) return []
  const waiting = await client.query<Placement>(`
    select c.relname as name, obj_description(c.oid, 'pg_class') as placement
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and obj_description(c.oid, 'pg_class') in ('distributed', 'reference')
      and not exists (select 1 from pg_dist_partition p where p.logicalrelid = c.oid)`)
  const byName = [...waiting.rows].sort((a, b) => rank(a) - rank(b))
  for (const table of byName) await place(client, table)
  return byName.map((table) => `${table.name}: ${table.placement}`)
}

// Reference tables before those that refer to them; the account before what hangs on it; events
// before their postings.
function rank({ name, placement }: Placement): number {
  if (placement === 'reference') return 0
  const first = ['account', 'obligor', 'funding_account', 'account_event']
  const at = first.indexOf(name)
  return at === -1 ? first.length + 1 : at + 1
}

async function place(client: pg.Client, { name, placement }: Placement): Promise<void> {
  if (placement === 'reference') {
    await client.query('select create_reference_table($1)', [name])
    return
  }
  const colocated = name === 'account' ? 'default' : 'account'
  await client.query("select create_distributed_table($1, 'account_id', colocate_with => $2)", [
    name,
    colocated,
  ])
}
