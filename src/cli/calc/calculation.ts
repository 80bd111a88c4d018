// What a subcommand is: the form of its input, and the answer to it.
import type * as z from 'zod'
import type { Reason } from './reason.ts'

/** Why an object is not answered: which field, and what to write there. */
export type Refused = { readonly field: string; readonly message: string }

/** `result` prints in the order of its fields. The reason is made only when somebody asks. */
export type Computed =
  | { readonly ok: true; readonly result: object; readonly explain: () => Reason }
  | { readonly ok: false; readonly refused: Refused }

/** A subcommand that is ready to answer one object. */
export type Calculation = { readonly answer: (input: unknown) => Computed }

/** A subcommand that reads a file of another format: any bytes have an answer. */
export type FileCalculation = {
  readonly answer: (bytes: Uint8Array) => {
    readonly result: object
    readonly explain: () => Reason
  }
}

/**
 * A calculation from its form and its law. Where an input has several forms, `form` chooses by
 * what is in it. `compute` refuses only what a single field cannot show.
 */
export function calculation<I>(
  form: z.ZodType<I> | ((input: unknown) => z.ZodType<I>),
  compute: (input: I) => Computed,
): Calculation {
  return {
    answer: (input) => {
      const schema = typeof form === 'function' ? form(input) : form
      const read = schema.safeParse(input)
      return read.success ? compute(read.data) : refuse(refusedBy(read.error, input))
    },
  }
}

export function refuse(refused: Refused): Computed {
  return { ok: false, refused }
}

/** An unknown name comes first: it explains most of what else is missing. */
function refusedBy({ issues }: z.ZodError, input: unknown): Refused {
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const message = 'There is no such field here; check its name or leave it out.'
    return { field: fieldName([...issue.path, issue.keys[0] ?? '']), message }
  }
  const { path, message } = issues[0] ?? { path: [], message: 'This cannot be read.' }
  const isMissing = path.length > 0 && valueAt(input, path) === undefined
  return { field: fieldName(path), message: isMissing ? `Missing. ${message}` : message }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : null),
    input,
  )
}

const LONGEST_NAME = 60

/** "payments[3].amount"; "input" for the whole of it. A name given to us is cut to its beginning. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`
    const key = String(part)
    const cut = key.length > LONGEST_NAME ? `${key.slice(0, LONGEST_NAME)}...` : key
    return before === '' ? cut : `${before}.${cut}`
  }, '')
  return name === '' ? 'input' : name
}
