import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { Passwords } from './passwords.ts'
import type { SessionDeps } from './sessions.ts'

/** What sending messages needs. */
export type MessageDeps = {
  readonly vault: Vault
  readonly queue: JobQueue
  readonly clock: Clock
  readonly newId: NewId
}

/** What showing who one is needs; the portal makes it once for each request. */
export type IdentityDeps = SessionDeps &
  MessageDeps & {
    readonly db: Db
    readonly vault: Vault
    readonly passwords: Passwords
    /** Wrong passwords of the whole site: see `siteWait`. */
    readonly failuresPerMinute: number
  }
