// What was refused or is odd, one JSON object per line, for the people who correct the file.
// Example: {"line":7,"outcome":"rejected","field":"vehicle.vin","reason":"A VIN has 17
// characters.","raw":"..."}
import type { BoardingProblem } from '#src/domain/account/boarding.ts'

export type RejectOutcome = 'rejected' | 'warning' | 'unreadable'

/** One line, ended. `raw` loses its identity numbers and all but its beginning. */
export function rejectLine(outcome: RejectOutcome, at: BoardingProblem, raw: string): string {
  const { line, field, reason } = at
  return `${JSON.stringify({ line, outcome, field, reason, raw: shownRaw(raw) })}\n`
}

/** Whether this line is one of ours; text before its line break. */
export function isRejectLine(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && Object.keys(Object(value)).join() === FIELDS
  } catch {
    return false
  }
}

const FIELDS = 'line,outcome,field,reason,raw'
const SHOWN = 400
const MASK = '*********'

/** SSN, SIN, tax identification and National Insurance number as printed; any without blanks. */
const NUMBERS = new RegExp(
  [
    String.raw`\d{3}[- ]\d{2}[- ]\d{4}`,
    String.raw`\d{3}[- ]\d{3}[- ]\d{3}`,
    String.raw`\d{2} \d{3} \d{3} \d{3}`,
    String.raw`\b[A-Za-z]{2} ?(?:\d{2} ?){3}[A-Da-d]\b`,
    String.raw`\d{7,}`,
  ].join('|'),
  'g',
)

/**
 * Masks before cutting, so that no number is left in half. A bad number may have too few digits:
 * its field hides it too.
 */
function shownRaw(raw: string): string {
  const masked = raw
    .slice(0, SHOWN * 8)
    .replace(/("identityNumber"\s*:\s*)("[^"]*"?|[^,}\s]+)/g, `$1"${MASK}"`)
    .replace(NUMBERS, MASK)
  return masked.length > SHOWN ? `${masked.slice(0, SHOWN)}...` : masked
}
