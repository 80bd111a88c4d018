// Where marked numbers are, and what one is called: by the endings of what has it, never in full.
import type { FraudMark } from '#src/store/payments/fraud-marks.ts'
import type { MetAccount } from '#src/store/payments/marked-accounts.ts'
import type { DeskContext } from '../desk-context.ts'

export const MARKS = '/bank-marks'

/** "Number ending 2222" */
export function markName(
  c: DeskContext,
  mark: Pick<FraudMark, 'id'>,
  met: readonly MetAccount[],
): string {
  const w = c.get('words').desk.marks
  const own = met.filter(({ markId }) => markId === mark.id)
  const endings = [...new Set(own.map(({ lastFour }) => lastFour))]
  return endings.length === 0 ? w.nobodys : w.ending(endings.join(', '))
}
