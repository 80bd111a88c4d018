// What the audit says of a login's sign-ins before this one.
import { sql } from 'kysely'
import type { Db, Tx } from '../database.ts'

export type SignInHistory = {
  /** Null: never, or not since the login was made by other means. */
  readonly lastAt: string | null
  /** Wrong passwords and factors after that. */
  readonly wrongSince: number
  /** Contacts were told of such a browser, in such a network, since `since`. */
  readonly wasTold: boolean
}

export async function readSignInHistory(
  db: Db,
  of: {
    readonly loginId: string
    readonly device: string
    readonly address: string
    readonly since: string
  },
): Promise<SignInHistory> {
  const { loginId, device, address, since } = of
  const { rows } = await sql<{ last_at: string | null; wrong: number; told: boolean }>`
    with last as (
      select max(at) as at from access_audit
      where login_id = ${loginId} and action in ('signedIn', 'registered'))
    select last.at as last_at,
      (select count(*)::int from access_audit a
        where a.login_id = ${loginId} and a.action in ('signInRefused', 'factorRefused')
          and a.at > coalesce(last.at, '-infinity')) as wrong,
      exists (select from access_audit a
        where a.login_id = ${loginId} and a.action = 'signedIn' and a.at > ${since}
          and a.device = ${device} and a.address = ${address}
          and a.details ? 'unusual') as told
    from last`.execute(db)
  const [row] = rows
  return {
    lastAt: row?.last_at ?? null,
    wrongSince: row?.wrong ?? 0,
    wasTold: row?.told ?? false,
  }
}

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
