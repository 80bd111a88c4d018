// What is known of a login's sign-ins before this one.
import { sql } from 'kysely'
import type { ChainHead } from '../chain.ts'
import { compiledOnce } from '../compiled-once.ts'
import type { Db, Tx } from '../database.ts'
import { chainOfLogin } from './access-chain.ts'

export type SignInHistory = {
  /** Null: never, or not since the login was made by other means. */
  readonly lastAt: string | null
  /** Wrong passwords and factors after that. */
  readonly wrongSince: number
  /** Contacts were told of such a browser, in such a network, since `since`. */
  readonly wasTold: boolean
  /** The login was signed in with this browser before. */
  readonly isKnown: boolean
  /** The head of the login's audit, as it was then; null before its first line. */
  readonly head: ChainHead | null
}

type Of = {
  readonly loginId: string
  readonly device: string
  readonly address: string
  /** Of the browser's cookie. */
  readonly deviceToken: Uint8Array
  readonly since: string
}

export async function readSignInHistory(db: Db, of: Of): Promise<SignInHistory> {
  const { loginId, device, address, deviceToken, since } = of
  const chain = chainOfLogin(loginId)
  const { rows } = await history(db, { loginId, device, address, deviceToken, since, chain })
  const [row] = rows
  return {
    lastAt: row?.last_at ?? null,
    wrongSince: row?.wrong ?? 0,
    wasTold: row?.told ?? false,
    isKnown: row?.known ?? false,
    head: row?.audit_seal ? { count: row.audit_count ?? 0, seal: row.audit_seal } : null,
  }
}

type Row = {
  last_at: string | null
  wrong: number
  told: boolean
  known: boolean
  audit_count: number | null
  audit_seal: Buffer | null
}

const history = compiledOnce(
  (_, of: Of & { readonly chain: string }) => sql<Row>`
    with last as (
      select max(at) as at from access_audit
      where login_id = ${of.loginId} and action in ('signedIn', 'registered'))
    select last.at as last_at,
      (select count(*)::int from access_audit a
        where a.login_id = ${of.loginId} and a.action in ('signInRefused', 'factorRefused')
          and a.at > coalesce(last.at, '-infinity')) as wrong,
      exists (select from access_audit a
        where a.login_id = ${of.loginId} and a.action = 'signedIn' and a.at > ${of.since}
          and a.device = ${of.device} and a.address = ${of.address}
          and a.details ? 'unusual') as told,
      exists (select from known_device d
        where d.login_id = ${of.loginId} and d.token_hash = ${of.deviceToken}) as known,
      c.audit_count, c.audit_seal
    from last left join access_chain c on c.chain = ${of.chain}`,
)

/** Whether contacts were told of the very sign-in that opened this session. */
export async function wasToldOf(
  tx: Tx,
  of: { readonly loginId: string; readonly sessionId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('access_audit')
    .select('seq')
    .where('login_id', '=', of.loginId)
    .where('action', '=', 'signedIn')
    .where(sql<boolean>`details ->> 'session' = ${of.sessionId} and details ? 'unusual'`)
    .executeTakeFirst()
  return row !== undefined
}
