// A queue keeps the settings it was made with; this gives those of a running book what this release
// says.
import type { PgBoss, UpdateQueueOptions } from 'pg-boss'
import { QUEUES } from './queue-names.ts'

/**
 * Brings every queue to its settings of `QUEUES`; what they leave out goes back to the library's
 * own. Waiting jobs keep those they were sent with. The policy of a queue never changes.
 */
export async function updateQueues(boss: PgBoss): Promise<void> {
  for (const [name, { policy: _, ...settings }] of Object.entries(QUEUES))
    await boss.updateQueue(name, { ...LEFT_OUT, ...settings })
}

/** What pg-boss gives a new queue; an update without them would keep what was set before. */
const LEFT_OUT = {
  retryLimit: 2,
  retryDelay: 0,
  retryBackoff: false,
  retryDelayMax: null,
  expireInSeconds: 15 * 60,
  retentionSeconds: 14 * 24 * 3600,
  deleteAfterSeconds: 7 * 24 * 3600,
  warningQueueSize: 0,
  heartbeatSeconds: null,
  deadLetter: null,
} satisfies UpdateQueueOptions
