import { openTask } from '#src/store/ach/money-tasks.ts'
import type { Tx } from '#src/store/database.ts'
import type { ServicingContext } from '../context.ts'

/** What a person is asked to look at; `words.desk.money` has a sentence for each. */
export type MoneyTaskKind =
  | 'fileDoubted'
  | 'fileRefused'
  | 'fileAcceptedLate'
  | 'fileDiffers'
  | 'fileNotOurs'
  | 'entryNotSent'
  | 'returnUnmatched'
  | 'returnDiffers'
  | 'returnRepeated'
  | 'returnBetweenBanks'
  | 'returnReview'
  | 'returnLate'
  | 'creditReturned'
  | 'changeReview'
  | 'changeRefused'
  | 'changeUnreadable'
  | 'cardDisputed'
  | 'cardRefunded'
  | 'cardNotRefunded'
  | 'cardRefundFailed'
  | 'cardPartlyRefunded'
  | 'cardUnexpected'
  | 'checkToWrite'
  | 'creditUnapplied'
  | 'creditHeld'
  | 'heldBelowZero'
  | 'letterNoAddress'

/** Puts something before a person; the same thing opens one task, however often it is met. */
export async function openMoneyTask(
  ctx: ServicingContext,
  tx: Tx,
  task: {
    readonly kind: MoneyTaskKind
    readonly about: string
    readonly accountId: string | null
    readonly details: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  await openTask(tx, { ...task, id: ctx.newId(), openedAt: ctx.clock.now() })
}
