import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { AccountMoney } from '#src/servicing/posting/view-account-money.ts'
import type { DeskContext } from '../desk-context.ts'

export type FormName = 'held' | 'move' | 'card' | 'waiver' | 'extension' | 'loss'

/** What a form on the page needs: what was typed into it, and what was wrong there. */
export type FormOf = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly view: AccountMoney
  readonly typed: (name: string) => string
  readonly wrong: (name: string) => string | undefined
}
