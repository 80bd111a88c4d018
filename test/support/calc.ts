// `keyturn calc` without a process for each case: the whole command from bytes to text.
import { Readable, Writable } from 'node:stream'
import { runCalc } from '#src/cli/calc/run-calc.ts'

export type CalcAnswer = {
  readonly exitCode: number
  readonly printed: string
  readonly said: string
  /** What was printed, as values; one for a single object. Empty when nothing was printed. */
  readonly results: readonly unknown[]
}

/** Input is a value to be written as JSON, or `{ text }`, or `{ bytes }` as they are. */
export async function calc(
  subcommand: string,
  input: unknown,
  detail: 'plain' | 'explained' = 'plain',
): Promise<CalcAnswer> {
  const [out, err] = [collector(), collector()]
  const exitCode = await runCalc({
    subcommand,
    detail,
    input: Readable.from([bytesOf(input)]),
    out: out.stream,
    err: err.stream,
  })
  const [printed, said] = [out.text(), err.text()]
  const value: unknown = printed === '' ? [] : JSON.parse(printed)
  return { exitCode, printed, said, results: Array.isArray(value) ? value : [value] }
}

function bytesOf(input: unknown): Uint8Array {
  if (input instanceof Object && 'bytes' in input) return input.bytes as Uint8Array
  const isText = input instanceof Object && 'text' in input && typeof input.text === 'string'
  return Buffer.from(isText ? String(input.text) : JSON.stringify(input))
}

function collector() {
  const chunks: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}
