// The examples of docs/operating/CALC.md: what stands there is what is run.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

export const CALC_PAGE = readFileSync(
  resolve(import.meta.dirname, '../../docs/operating/CALC.md'),
  'utf8',
)

export type CalcExample = {
  readonly subcommand: string
  readonly input: Record<string, unknown>
  readonly result: unknown
}

/** Each block that names a subcommand, with the block after it, which is its result. */
export function calcExamples(): CalcExample[] {
  const blocks = [...CALC_PAGE.matchAll(/^```json ?(.*)\n([\s\S]*?)^```$/gm)]
  return blocks.flatMap(([, title = '', text = ''], index) => {
    const subcommand = /^calc (\S+)$/.exec(title)?.[1]
    if (subcommand === undefined) return []
    const [, after, result] = blocks[index + 1] ?? []
    assert.equal(after, '', `the example of ${subcommand} is followed by its result`)
    return [{ subcommand, input: JSON.parse(text), result: JSON.parse(result ?? '') }]
  })
}
