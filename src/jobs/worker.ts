// Takes jobs from the queue and hands each to its verb. A job that fails goes back and is tried
// again, then set aside.
import { PgBoss } from 'pg-boss'
import { tellOfProof } from '#src/identity/proof/tell-of-proof.ts'
import { forgetAtDesk } from '#src/identity/staff/forget-at-desk.ts'
import { forgetExpired } from '#src/identity/upkeep/forget-expired.ts'
import type { BankContext } from '#src/servicing/ach/bank-context.ts'
import { sendPayments } from '#src/servicing/ach/send-payments.ts'
import { type SigningContext, signHeads } from '#src/servicing/audit/sign-heads.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { closeThroughToday } from '#src/servicing/closing/close-day.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { printVehicleInterest } from '#src/servicing/documents/print-vehicle-interest.ts'
import { settleFundingChecks } from '#src/servicing/funding/settle-funding-checks.ts'
import { type DeliveryContext, deliverMessage } from '#src/servicing/messages/deliver-message.ts'
import { type PrintContext, sendPrintFiles } from '#src/servicing/papers/send-print-files.ts'
import { postCreditFiles } from '#src/servicing/posting/post-credit-files.ts'
import { givePrivacyNotice } from '#src/servicing/privacy/give-privacy-notice.ts'
import { tendCards } from '#src/servicing/saved-cards/tend-cards.ts'
import { watchPayoffs } from '#src/servicing/sharing/watch-payoffs.ts'
import { type JobContent, type JobName, QUEUE_SCHEMA } from '#src/store/queue/queue-names.ts'
import { updateQueues } from '#src/store/queue/update-queues.ts'
import { SCHEDULE } from './schedule.ts'

export type Worker = {
  /** Lets running jobs finish, gives back what was not begun. */
  readonly stop: () => Promise<void>
}

export type JobContext = DeliveryContext & SigningContext & BankContext & PrintContext

export type WorkerDeps = {
  readonly databaseUrl: string
  /** Set where the login is another role that may act as this one. */
  readonly role: string | null
  readonly timeZone: string
  /** A fresh verb context for each job. */
  readonly context: (requestId: string) => JobContext
  readonly log: {
    readonly info: (details: object, message: string) => void
    readonly error: (details: object, message: string) => void
  }
}

const STOP_WITHIN_MS = 20_000
const SUPERVISE_SECONDS = 15

/** Starts taking jobs, and asks for a close at once: days may have passed since the last run. */
export async function startWorker(deps: WorkerDeps): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: deps.databaseUrl,
    ...(deps.role === null ? {} : { options: `-c role=${deps.role}` }),
    application_name: 'keyturn worker',
    schema: QUEUE_SCHEMA,
    migrate: false,
    createSchema: false,
    // The application's role owns no index.
    reindex: false,
    max: 4,
    cronMonitorIntervalSeconds: 15,
    // How often somebody looks for jobs whose worker is silent.
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  })
  boss.on('error', (error) => deps.log.error({ error: String(error) }, 'job queue'))
  await boss.start()
  await updateQueues(boss)
  for (const name of Object.keys(HANDLERS) as JobName[]) await take(boss, name, deps)
  for (const { job, cron } of SCHEDULE) await boss.schedule(job, cron, {}, { tz: deps.timeZone })
  await boss.send('close-day', {})
  await boss.send('send-payments', {})
  await boss.send('print-statements', {})
  await boss.send('give-privacy-notice', {})
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS }) }
}

async function take<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  deps: WorkerDeps,
): Promise<void> {
  await boss.work<JobContent[Name]>(name, { pollingIntervalSeconds: 0.5 }, async (jobs) => {
    for (const job of jobs) {
      deps.log.info({ job: name, id: job.id }, 'job begins')
      await HANDLERS[name](deps.context(job.id), job.data)
    }
  })
}

// Sign-in, its messages and the daily list of the audit go by wall time.
const byWall = (ctx: JobContext): JobContext => ({ ...ctx, clock: ctx.wallClock })

const HANDLERS: {
  readonly [Name in JobName]: (ctx: JobContext, content: JobContent[Name]) => Promise<void>
} = {
  'deliver-message': deliverMessage,
  'deliver-code': deliverMessage,
  'tell-of-proof': (ctx, job) => tellOfProof(byWall(ctx), job),
  'close-day': closeThroughToday,
  'settle-funding-checks': async (context) => {
    await settleFundingChecks(context, await businessDay(context.db))
  },
  'send-payments': sendPayments,
  'ask-about-cards': async (ctx) => {
    if (ctx.card) await tendCards({ ...ctx, card: ctx.card })
  },
  'post-credits': postCreditFiles,
  'print-statements': async (ctx) => {
    await printStatements(ctx)
  },
  'print-vehicle-interest': async (ctx) => {
    await printVehicleInterest(ctx)
  },
  'give-privacy-notice': async (ctx) => {
    await givePrivacyNotice(ctx)
  },
  'send-print-files': async (ctx) => {
    await sendPrintFiles(ctx)
  },
  'watch-payoffs': async (ctx) => {
    await watchPayoffs(ctx)
  },
  'forget-expired': async (ctx) => {
    await forgetExpired(byWall(ctx))
    await forgetAtDesk(byWall(ctx))
  },
  'sign-heads': (ctx) => signHeads(byWall(ctx)),
}
