// Writes down the statements that a piece of work sends, so that a limit can send the very same
// ones with nothing of ours around them.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import pg from 'pg'

export type Statement = {
  readonly text: string
  readonly values: unknown[]
  readonly name?: string
}

const open = new AsyncLocalStorage<Statement[]>()

/** Every statement that `work` sends, on whatever connection, in the order of sending. */
export async function recorded<T>(
  work: () => Promise<T>,
): Promise<{ value: T; statements: Statement[] }> {
  listen()
  const statements: Statement[] = []
  const value = await open.run(statements, work)
  return { value, statements }
}

/** What "at most 12 statements" counts: a transaction's frame is not one. */
export function countStatements(statements: readonly Statement[]): number {
  return statements.filter(({ text }) => !isFrame(text)).length
}

/** Sends statements one after the other on one connection, each prepared once. */
export async function replayInOrder(
  client: pg.ClientBase,
  statements: readonly Statement[],
): Promise<void> {
  for (const statement of statements) await client.query(statement)
}

function isFrame(text: string): boolean {
  return /^(begin|commit|start transaction)\b/i.test(text)
}

let isListening = false

/** Costs one look at a variable for each statement sent, in the limits as in ours. */
function listen(): void {
  if (isListening) return
  isListening = true
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const sendAndNote = function (this: pg.Client, ...args: unknown[]) {
    open.getStore()?.push(statementOf(args))
    return send.apply(this, args)
  }
  Object.assign(pg.Client.prototype, { query: sendAndNote })
}

function statementOf(args: readonly unknown[]): Statement {
  const [first, second] = args
  const given =
    typeof first === 'string'
      ? { text: first, values: Array.isArray(second) ? second : [] }
      : (first as { text: string; values?: unknown[] })
  const { text, values = [] } = given
  if (values.length === 0) return { text, values: [] }
  return { text, values, name: createHash('sha256').update(text).digest('base64url') }
}
