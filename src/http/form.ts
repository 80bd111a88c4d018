// From what was typed to typed values, or to what is wrong with each field. What was typed stays on
// the page.
import type * as z from 'zod'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import type { Words } from '#src/words/words.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** The first value of each field, as typed. Never logged. */
export type Typed = Readonly<Record<string, string>>

/**
 * `stale`: sent from a page of ours whose session is over; only the pages before sign-in look at
 * such a form.
 */
export type PostedForm = {
  readonly typed: Typed
  readonly state: 'verified' | 'stale'
  /** Of a form that carries one; null where none was chosen. Too large it is dropped. */
  readonly file?: UploadedFile | 'tooLarge' | null
}

export type FieldProblem = { readonly field: string; readonly message: string }

export type FormAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/** Longer than any single answer we ask for. */
const longestField = 1000

/** A schema for each language, made at its first use: making one costs more than using it. */
export function schemaOnce<T>(
  make: (words: Words) => z.ZodType<T>,
): (words: Words) => z.ZodType<T> {
  const known = new WeakMap<Words, z.ZodType<T>>()
  return (words) => {
    const schema = known.get(words) ?? make(words)
    known.set(words, schema)
    return schema
  }
}

/**
 * The schema's messages are sentences for the person. One problem for each field, in the schema's
 * order.
 */
export function readForm<T>(schema: z.ZodType<T>, typed: Typed, words: Words): FormAnswer<T> {
  const unusable = Object.entries(typed).flatMap(([field, value]) =>
    refuseText(field, value, words),
  )
  if (unusable.length > 0) return { ok: false, problems: unusable }
  const parsed = parse(schema, typed, words)
  if (parsed.success) return { ok: true, value: parsed.data }
  const found = parsed.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ''),
    message: issue.message,
  }))
  return { ok: false, problems: found.filter(isFirstOfField) }
}

/**
 * A field that is missing altogether is read as left empty, so that the schema's own sentence
 * answers; where it has none, ours does, never the library's.
 */
function parse<T>(schema: z.ZodType<T>, typed: Typed, words: Words) {
  const say = { error: () => words.shell.form.incomplete }
  const asSent = schema.safeParse(typed, say)
  if (asSent.success) return asSent
  const missing = asSent.error.issues
    .map((issue) => String(issue.path[0] ?? ''))
    .filter((field) => typed[field] === undefined)
  const empty = Object.fromEntries(missing.map((field) => [field, '']))
  return schema.safeParse({ ...empty, ...typed }, say)
}

/** What the summary above a form links to; a field that nobody sees has nothing to link to. */
export function summaryOf(problems: readonly FieldProblem[]) {
  return problems.map(({ field, message }) => ({
    fieldId: field === 'key' ? null : field,
    words: message,
  }))
}

/**
 * A day as a date field sends it, or as people here write it: "2026-11-27", "11/27/2026". Null when
 * it is no day.
 */
export function typedDay(text: string): CivilDate | null {
  const plain = text.trim()
  const [, month = '', day = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain) ?? []
  if (year === undefined) return parseDate(plain)
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function isFirstOfField(problem: FieldProblem, at: number, all: readonly FieldProblem[]): boolean {
  return all.findIndex((other) => other.field === problem.field) === at
}

/**
 * Control characters (PostgreSQL takes no NUL), half characters and endless text are nobody's
 * answer.
 */
function refuseText(field: string, value: string, words: Words): FieldProblem[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for.
  const unusable = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]/.test(value) || !value.isWellFormed()
  if (unusable) return [{ field, message: words.shell.form.unreadable }]
  if (value.length <= longestField) return []
  return [{ field, message: words.shell.form.tooLong(longestField) }]
}
