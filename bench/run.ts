// `npm run bench`: each job beside its limit on one server; results.json and the table of
// PERFORMANCE.md. `--only NAME` runs one job, `--quick` a short version that leaves the table
// alone.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { JOBS } from './jobs.ts'
import type { Answer, Order } from './run-job.ts'
import { isOnDisk, startBenchServer } from './support/bench-server.ts'
import { keepResults, tableOf, writeTable } from './support/report.ts'
import type { Result } from './support/result.ts'

const { values: asked } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false } },
})
let running: ReturnType<typeof fork> | undefined
let isInterrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt)

const names = asked.only === undefined ? Object.keys(JOBS) : [asked.only]
if (names.every((name) => JOBS[name])) process.exitCode = await bench(names)
else {
  console.error(`There is no job ${asked.only}: ${Object.keys(JOBS).join(', ')}.`)
  process.exitCode = 2
}

async function bench(names: readonly string[]): Promise<number> {
  const server = await startBenchServer()
  try {
    if (!(await isOnDisk(server.files)))
      console.error(
        'The temporary directory is in memory, where fsync is free: set TMPDIR to a disk.',
      )
    const results: Result[] = []
    let failures = 0
    for (const name of names) {
      console.log(`${name} ...`)
      const { urls, template, files } = server
      const scale = asked.quick ? 'quick' : 'full'
      const answer = await inOwnProcess({ name, scale, server: { urls, template, files } })
      if (isInterrupted) break
      if ('failure' in answer) {
        failures += 1
        console.error(`${name} failed: ${answer.failure}`)
        continue
      }
      for (const result of answer.results) console.log(tableOf([result], 'plain'))
      results.push(...answer.results)
    }
    if (isInterrupted) return 1
    const all = await keepResults(results, asked.only === undefined ? 'all' : 'some')
    if (!asked.quick) await writeTable(all)
    return failures === 0 ? 0 : 1
  } finally {
    await server.remove()
  }
}

function inOwnProcess(order: Order): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'run-job.ts'))
    running = child
    let answer: Answer = { failure: 'its process ended without an answer' }
    child.once('message', (message: Answer) => {
      answer = message
    })
    child.once('exit', () => resolve(answer))
    child.send(order)
  })
}

function interrupt(): void {
  isInterrupted = true
  running?.kill('SIGTERM')
}
