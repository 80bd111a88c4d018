// results.json for programs, a table for people.
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Result } from './result.ts'

const RESULTS = join(import.meta.dirname, '..', 'results.json')
const PAPER = join(import.meta.dirname, '..', '..', 'docs', 'operating', 'PERFORMANCE.md')

/** Writes results: all there are, or some in the place of older ones. Answers with what is kept. */
export async function keepResults(
  results: readonly Result[],
  which: 'all' | 'some',
): Promise<readonly Result[]> {
  const known: Result[] = which === 'all' ? [] : await readResults()
  const fresh = new Map(results.map((result) => [result.job, result]))
  const kept = known.map((result) => fresh.get(result.job) ?? result)
  const added = results.filter(({ job }) => !known.some((result) => result.job === job))
  const all = [...kept, ...added]
  await writeFile(RESULTS, `${JSON.stringify(all, null, 2)}\n`)
  return all
}

async function readResults(): Promise<Result[]> {
  return JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]'))
}

const BEGIN = '<!-- bench: written by npm run bench -->'
const END = '<!-- /bench -->'

/** Puts the table between its two marks; what stands around it is written by people. */
export async function writeTable(results: readonly Result[]): Promise<void> {
  const paper = await readFile(PAPER, 'utf8')
  const [before, rest] = paper.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`${PAPER} has lost its marks`)
  const table = [`On ${machine()}.`, '', tableOf(results, 'markdown')].join('\n')
  await writeFile(PAPER, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`)
}

function machine(): string {
  const processors = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const cores = `${processors.length} cores (${processors[0]?.model.trim()})`
  return `${cores}, ${memory} GiB, Node ${process.versions.node}`
}

/** One line for each result; in plain text with its checks and notes below. */
export function tableOf(results: readonly Result[], form: 'plain' | 'markdown'): string {
  return form === 'plain' ? results.map(plain).join('\n') : markdown(results)
}

function plain(result: Result): string {
  const { job, unit, ours, limit, cpuMsPerOperation, peakMemoryMb } = result
  const lines = [
    `${job}: ${ours.median} ${unit} (${ours.min} to ${ours.max}), ${result.scale}`,
    `  limit ${limit.median} (${limit.min} to ${limit.max}): ${limit.what}`,
    `  ratio ${result.ratio}, goal ${result.goal}: ${result.met ? 'met' : 'MISSED'}`,
    ...(cpuMsPerOperation === null ? [] : [`  processor ${cpuMsPerOperation} ms per operation`]),
    ...(peakMemoryMb === null ? [] : [`  memory ${peakMemoryMb} MB at most`]),
    ...result.checks.map((check) => {
      return `  ${check.what}: ${check.value}, goal ${check.goal}: ${check.met ? 'met' : 'MISSED'}`
    }),
    ...Object.entries(result.notes).map(([what, value]) => `  ${what}: ${value}`),
  ]
  return lines.join('\n')
}

function markdown(results: readonly Result[]): string {
  const head = [
    '| job | ours | limit | ratio | goal | CPU ms | memory MB | scale |',
    '|---|---|---|---|---|---|---|---|',
  ]
  const rows = results.map((result) => {
    const { job, unit, ours, limit, ratio, goal, met } = result
    const cells = [
      job,
      `${ours.median} (${ours.min} to ${ours.max}) ${unit}`,
      `${limit.median} (${limit.min} to ${limit.max}): ${limit.what}`,
      String(ratio),
      `${goal}: ${met ? 'met' : '**missed**'}`,
      String(result.cpuMsPerOperation ?? ''),
      String(result.peakMemoryMb ?? ''),
      result.scale,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const figures = results.flatMap(({ job, checks, notes }) => [
    ...checks.map(({ what, value, goal, met }) => {
      return `- ${job}, ${what}: ${value} (${goal}: ${met ? 'met' : '**missed**'})`
    }),
    ...Object.entries(notes).map(([what, value]) => `- ${job}, ${what}: ${value}`),
  ])
  return [...head, ...rows, '', ...figures].join('\n')
}
