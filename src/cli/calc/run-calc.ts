// One run of the calculator: all of the input in, one result on a line out.
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CalcRun } from '../calc.ts'
import { answers, answerToFile } from './answers.ts'
import type { FileCalculation } from './calculation.ts'
import { MOST_FILE_BYTES, readAll, readBytes } from './read-all.ts'
import { CALCULATIONS, FILE_CALCULATIONS } from './table.ts'

/** Answers with the exit code: 0 all answered, 1 at least one refused, 2 nothing to compute. */
export async function runCalc(run: CalcRun): Promise<0 | 1 | 2> {
  const loadFile = FILE_CALCULATIONS.get(run.subcommand)
  if (loadFile !== undefined) return runOnFile(run, await loadFile())
  const load = CALCULATIONS.get(run.subcommand)
  if (load === undefined) {
    const known = [...CALCULATIONS.keys(), ...FILE_CALCULATIONS.keys()].join(', ')
    return unusable(run, `there is no subcommand ${shown(run.subcommand)}; use one of ${known}`)
  }
  const calculation = await load()
  const text = await readAll(run.input)
  if (!text.ok) return unusable(run, text.problem)
  const json = parsed(text.value)
  if (!json.ok) return unusable(run, `the input is not JSON: ${json.problem}`)
  const answered = answers(calculation, { value: json.value, text: text.value }, run.detail)
  // All of them before the first is printed: what ends with an exit code of 2 prints nothing.
  await print([...answered.chunks()], run.out)
  return answered.exitCode()
}

/** Any file is answered, so that there is no exit code of 1. */
async function runOnFile(run: CalcRun, calculation: FileCalculation): Promise<0 | 2> {
  const bytes = await readBytes(run.input, MOST_FILE_BYTES)
  if (!bytes.ok) return unusable(run, bytes.problem)
  if (bytes.value.length === 0) return unusable(run, 'the input is empty')
  await print([answerToFile(calculation, bytes.value, run.detail)], run.out)
  return 0
}

async function print(lines: readonly string[], out: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(lines), out, { end: false })
  } catch (error) {
    // Whoever reads has seen enough, as `head` does.
    if (!isClosedPipe(error)) throw error
  }
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
