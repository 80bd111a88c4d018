// What a password is judged by, and how many wrong ones the whole site has seen: failures within a
// fixed time, in a row whose `wait_until` is when that time ends.
import { sql } from 'kysely'
import type { Vault } from '#src/vault/vault.ts'
import type { ChainHead } from '../chain.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import type { AttemptKey } from './attempt-reservations.ts'
import { type Login, type LoginRow, loginOf, usernameHash } from './logins.ts'

export type Door = {
  /** Null: nobody has the name. */
  readonly login: Login | null
  /** The head of the login's audit, as it was then; null before its first line. */
  readonly head: ChainHead | null
  /** Of the browser; null when the login was never signed in with it. */
  readonly device: string | null
  /** When the site's window ends, where it is full; null: there is room. */
  readonly siteFullUntil: string | null
}

type At = {
  readonly name: string
  readonly deviceToken: Uint8Array
  /** Of no login: looked for in the place of the one that is not there. */
  readonly nobody: string
  readonly site: AttemptKey & { readonly most: number }
  readonly now: string
}

/** One statement, and the same work, whether or not somebody has the name. */
export async function readDoor(db: Db, vault: Vault, at: At): Promise<Door> {
  const { scope, keyHash, most } = at.site
  const given = { ...at, name: usernameHash(vault, at.name), scope, keyHash, most }
  const { rows } = await door(db, given)
  const [row] = rows
  const { device_id: device = null, full_until: siteFullUntil = null } = row ?? {}
  const login = row?.id == null ? null : loginOf(row as LoginRow)
  const head =
    row?.audit_count == null || row.audit_seal == null
      ? null
      : { count: row.audit_count, seal: row.audit_seal }
  return { login, head, device, siteFullUntil }
}

type DoorRow = { [Column in keyof LoginRow]: LoginRow[Column] | null } & {
  readonly device_id: string | null
  readonly full_until: string | null
  readonly audit_count: number | null
  readonly audit_seal: Buffer | null
}

const door = compiledOnce(
  (
    _,
    of: Omit<At, 'name' | 'site'> & AttemptKey & { readonly name: Buffer; readonly most: number },
  ) => sql<DoorRow>`
    select l.id, l.username, l.password, l.locale, l.theme, l.created_at, l.password_changed_at,
      l.recovery_required_at, c.audit_count, c.audit_seal,
      (select d.id from known_device d
        where d.login_id = coalesce(l.id, ${of.nobody}::uuid)
          and d.token_hash = ${of.deviceToken}) as device_id,
      (select w.wait_until from attempt_budget w
        where w.scope = ${of.scope} and w.key_hash = ${of.keyHash}
          and w.failures >= ${of.most}::integer and w.wait_until > ${of.now}) as full_until
    from (select) as one
      left join login l on l.username_hash = ${of.name} and l.closed_at is null
      left join access_chain c on c.chain = 'login ' || coalesce(l.id, ${of.nobody}::uuid)::text
  `,
)

/** In the window that runs, or the first of the next one. */
export async function countInWindow(
  tx: Tx,
  key: AttemptKey,
  at: { readonly now: string; readonly seconds: number },
): Promise<void> {
  const { now, seconds } = at
  const end = sql`${now}::timestamptz + make_interval(secs => ${seconds})`
  // A window that seems to end later than any that starts now was made before the clock was set
  // back.
  const isOver = sql`(old.wait_until <= ${now}::timestamptz or old.wait_until > ${end})`
  await sql`
    insert into attempt_budget as old (scope, key_hash, failures, last_failure_at, wait_until)
    values (${key.scope}, ${key.keyHash}, 1, ${now}, ${end})
    on conflict (scope, key_hash) do update
      set failures = case when ${isOver} then 1 else old.failures + 1 end,
        last_failure_at = ${now},
        wait_until = case when ${isOver} then ${end} else old.wait_until end`.execute(tx)
}
