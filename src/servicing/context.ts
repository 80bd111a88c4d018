import type { Clock, NewId } from '#src/domain/clock.ts'
import type { Db } from '#src/store/database.ts'
import type { JobQueue } from '#src/store/queue/queue.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { LenderFile } from '../lender-file.ts'

/** What every verb needs; made once for each request or job. */
export type ServicingContext = {
  readonly db: Db
  readonly vault: Vault
  readonly queue: JobQueue
  readonly clock: Clock
  readonly newId: NewId
  readonly lender: LenderFile
  readonly requestId: string
}

/** An obligor on an account, proven by identity before a verb is called. */
export type Owner = {
  readonly accountId: string
  readonly obligorId: string
  readonly loginId: string
}
