// How column values arrive: money as whole cents, dates as ISO text, instants as ISO text in UTC.
// Never a JS Date.
import pg from 'pg'
import { assert } from '#src/domain/assert.ts'

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

const DATE_ENDS = 10
const TIME_ENDS = 19

type Parser = (value: string) => unknown

/** The shape of pg's `types.getTypeParser`. */
export function parseColumn(oid: number, format?: 'text' | 'binary'): Parser {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
  if (oid === INT8) return wholeNumber
  if (oid === DATE) return asIs
  if (oid === TIMESTAMPTZ) return isoInstant
  return pg.types.getTypeParser(oid, 'text')
}

/** Refuses a bigint that a JS number cannot hold exactly. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  assert(Number.isSafeInteger(value), `bigint beyond the safe range: ${text}`)
  return value
}

/**
 * "2026-11-24 16:48:00.12+00" to "2026-11-24T16:48:00.120Z". Microseconds, which we never write,
 * stay visible.
 */
export function isoInstant(text: string): string {
  // By place: of a year of four digits everything stands where it does here.
  if (text[DATE_ENDS] !== ' ' || !text.endsWith('+00')) return new Date(text).toISOString()
  const fraction = text.slice(TIME_ENDS + 1, -3).padEnd(3, '0')
  return `${text.slice(0, DATE_ENDS)}T${text.slice(DATE_ENDS + 1, TIME_ENDS)}.${fraction}Z`
}

function asIs(text: string): string {
  return text
}
