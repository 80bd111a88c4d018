// One run of the calculator: all of the input in, one result on a line out.
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CalcRun } from '../calc.ts'
import { answers } from './answers.ts'
import { readAll } from './read-all.ts'
import { CALCULATIONS } from './table.ts'

/** Answers with the exit code: 0 all answered, 1 at least one refused, 2 nothing to compute. */
export async function runCalc(run: CalcRun): Promise<0 | 1 | 2> {
  const load = CALCULATIONS.get(run.subcommand)
  if (load === undefined) {
    const known = [...CALCULATIONS.keys()].join(', ')
    return unusable(run, `there is no subcommand ${shown(run.subcommand)}; use one of ${known}`)
  }
  const calculation = await load()
  const text = await readAll(run.input)
  if (!text.ok) return unusable(run, text.problem)
  const json = parsed(text.value)
  if (!json.ok) return unusable(run, `the input is not JSON: ${json.problem}`)
  const answered = answers(calculation, { value: json.value, text: text.value }, run.detail)
  // All of them before the first is printed: what ends with an exit code of 2 prints nothing.
  const lines = [...answered.chunks()]
  try {
    await pipeline(Readable.from(lines), run.out, { end: false })
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if (!isClosedPipe(error)) throw error
  }
  return answered.exitCode()
}

function unusable({ err }: CalcRun, message: string): 2 {
  err.write(`keyturn calc: ${message}\n`)
  return 2
}

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string }

function parsed(text: string): Read<unknown> {
  if (text.trim() === '') return { ok: false, problem: 'it is empty' }
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, problem: shown(error.message.replace(/\s+/g, ' ')) }
  }
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}

const MOST_SHOWN = 120

function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}...` : text
}
