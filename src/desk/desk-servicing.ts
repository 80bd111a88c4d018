import type { DeskServicing } from '#src/servicing/desk-account/note-view.ts'
import type { DeskContext } from './desk-context.ts'

/** What verbs of servicing need of a request at the desk: money has a clock of its own. */
export function deskServicing(c: DeskContext): DeskServicing {
  const { db, vault, queue, clock: wallClock, moneyClock: clock, newId, config } = c.get('desk')
  const requestId = c.get('requestId')
  return { db, vault, queue, clock, wallClock, newId, requestId, lender: config.lender }
}
