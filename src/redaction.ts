// What may stand in a log line: plain values under harmless names. Bytes, and instances of classes
// that are no errors, are named and not shown; long numbers and tokens within a text are cut out.

const MOST_DEPTH = 6
const MOST_ITEMS = 50
const MOST_TEXT = 2_000

/** Secrets, sealed values, and what identifies a person or a bank account. */
const HIDDEN_NAME = new RegExp(
  [
    'pass(word|phrase)',
    'secret|token|cookie|authorization|credential|signature|nonce|proof|answers',
    'seal|held|hash|digest|key$',
    'identity|ssn|lastfour|birth',
    'routing|accountnumber|iban|cardnumber',
    'givenname|familyname|holdername|username|email|phone|^to$|^vin$',
  ].join('|'),
  'i',
)

/** The code of an error or a refusal is a word; a code that was sent to a person is a number. */
const SENT_CODE = /code/i

/**
 * Six digits and more: codes, identity, bank and card numbers, with or without separators. A day,
 * "2026-11-24", is none.
 */
const LONG_NUMBER = /(?<![\w.-])(?!\d{4}-\d{2}-\d{2}(?!\d))\d(?:[ -]?\d){5,18}(?![\w-])/g

/** 32 random bytes as text: tokens of sessions and forms. */
const LONG_TOKEN = /(?<![\w-])[\w-]{43,}(?![\w-])/g

/** A copy that can be written to a log. */
export function redacted(value: unknown): unknown {
  return shown(value, 0)
}

function shown(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return textOf(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null)
    return typeof value === 'function' ? '[function]' : value
  if (value instanceof Error) return errorOf(value, depth)
  if (depth >= MOST_DEPTH) return '[deeper]'
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((each) => shown(each, depth + 1))
  if (!isPlain(value)) return `[${value.constructor?.name ?? 'object'}]`
  return fieldsOf(value, depth)
}

function fieldsOf(value: object, depth: number): Record<string, unknown> {
  const fields = Object.entries(value).slice(0, MOST_ITEMS)
  return Object.fromEntries(
    fields.map(([name, each]) => [
      name,
      isHidden(name, each) ? '[hidden]' : shown(each, depth + 1),
    ]),
  )
}

function isHidden(name: string, value: unknown): boolean {
  if (HIDDEN_NAME.test(name.replaceAll(/[_-]/g, ''))) return value !== null && value !== undefined
  // The address of a visit is text; that of a person has lines.
  if (/address/i.test(name)) return typeof value === 'object' && value !== null
  return SENT_CODE.test(name) && /^\d{4,10}$/.test(String(value))
}

function textOf(text: string): string {
  return text
    .slice(0, MOST_TEXT)
    .replaceAll(LONG_NUMBER, '[number]')
    .replaceAll(LONG_TOKEN, '[token]')
}

/**
 * The message, without values that the database or a parser quotes in it, where it came from, and
 * what caused it. The fields `detail` and `where` of the database hold whole rows: left out.
 */
function errorOf(error: Error, depth: number): Record<string, unknown> {
  const { code, table, column, constraint } = error as unknown as Record<string, unknown>
  const isData = error instanceof SyntaxError || /^22/.test(String(code))
  const message = isData ? error.message.replace(/".*"/s, '[text]') : error.message
  const frames = error.stack?.split('\n').filter((line) => /^ {4}at /.test(line)) ?? []
  const cause = error.cause === undefined || depth >= MOST_DEPTH ? undefined : error.cause
  return {
    type: error.name,
    message: textOf(message),
    code: typeof code === 'string' ? textOf(code) : undefined,
    ...Object.fromEntries(
      Object.entries({ table, column, constraint }).filter(([, each]) => typeof each === 'string'),
    ),
    stack: frames.join('\n'),
    ...(cause !== undefined && { cause: shown(cause, depth + 1) }),
  }
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
