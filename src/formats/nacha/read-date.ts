import { type CivilDate, parseDate } from '#src/domain/calendar.ts'

/** YYMMDD of this century; null when it is no date, as the zeros in returns. */
export function readDate(text: string): CivilDate | null {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text)
  return match ? parseDate(`20${match[1]}-${match[2]}-${match[3]}`) : null
}
