// The examples of docs/operating/CALC.md: what stands there is what is run.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const CALC_PAGE = readFileSync(
  resolve(import.meta.dirname, '../../docs/operating/CALC.md'),
  'utf8',
)

/** A subcommand that reads a file of another format, what it reads, and its result. */
export type FileExample = {
  readonly subcommand: string
  readonly text: string
  readonly result: unknown
}

export type CalcExample = {
  readonly subcommand: string
  readonly input: Record<string, unknown>
  readonly result: unknown
}

/** Each block that names a subcommand, with the block after it, which is its result. */
export function calcExamples(): CalcExample[] {
  return examples('json').map(({ text, ...rest }) => ({ ...rest, input: JSON.parse(text) }))
}

export function fileExamples(): FileExample[] {
  return examples('text')
}

function examples(form: 'json' | 'text'): FileExample[] {
  const blocks = [...CALC_PAGE.matchAll(/^```(json|text) ?(.*)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap(([, written, title = '', text = ''], index) => {
    const subcommand = /^calc (\S+)$/.exec(title)?.[1]
    if (subcommand === undefined || written !== form) return []
    const [, , after, result] = blocks[index + 1] ?? []
    assert.equal(after, '', `the example of ${subcommand} is followed by its result`)
    return [{ subcommand, text, result: JSON.parse(result ?? '') }]
  })
}
