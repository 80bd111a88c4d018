// Objects in, answers out, in the same order.
import type { Detail } from '../calc.ts'
import {
  type Calculation,
  type Computed,
  type FileCalculation,
  fieldName,
  refuse,
} from './calculation.ts'
import { type Repeated, repeatedKeys } from './repeated-keys.ts'

export type Answers = {
  readonly chunks: () => Generator<string>
  /** Known when all chunks were taken: 1 when at least one object was refused. */
  readonly exitCode: () => 0 | 1
}

/** Answers for one JSON value, or for each of an array. `text` is where the value was read from. */
export function answers(
  calculation: Calculation,
  input: { readonly value: unknown; readonly text: string },
  detail: Detail,
): Answers {
  let code: 0 | 1 = 0
  const repeated = repeatedKeys(input.text)
  const line = (value: unknown, again: Repeated | undefined): string => {
    const computed = again === undefined ? calculation.answer(value) : refuseRepeated(again)
    if (!computed.ok) code = 1
    return printed(computed, detail)
  }
  const { value } = input
  const chunks = Array.isArray(value)
    ? () => inBrackets(value, (one, at) => line(one, repeated.get(at)))
    : () => one(line(value, repeated.get(WHOLE)))
  return { chunks, exitCode: () => code }
}

/** The answer to a file: one line. */
export function answerToFile(
  calculation: FileCalculation,
  bytes: Uint8Array,
  detail: Detail,
): string {
  return `${printed({ ok: true, ...calculation.answer(bytes) }, detail)}\n`
}

/** The place of an input that is not an array. */
const WHOLE = 0

function refuseRepeated(path: Repeated): Computed {
  const message = 'This field is given twice; give it once.'
  return refuse({ field: fieldName(path), message })
}

function printed(computed: Computed, detail: Detail): string {
  if (!computed.ok) return JSON.stringify({ error: computed.refused })
  const { result, explain } = computed
  return JSON.stringify(detail === 'explained' ? { ...result, explanation: explain() } : result)
}

function* one(line: string): Generator<string> {
  yield `${line}\n`
}

function* inBrackets(
  values: readonly unknown[],
  line: (value: unknown, at: number) => string,
): Generator<string> {
  if (values.length === 0) return yield '[]\n'
  for (const [at, value] of values.entries()) {
    yield `${at === 0 ? '[\n' : ',\n'}${line(value, at)}`
  }
  yield '\n]\n'
}
