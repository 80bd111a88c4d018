// `keyturn accuracy` without a process for each case.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Writable } from 'node:stream'
import type { TestContext } from 'node:test'
import { runAccuracy } from '#src/cli/accuracy/run-accuracy.ts'
import type { Outcome } from '#src/cli/accuracy/tally.ts'

export const EXAMPLES = resolve(import.meta.dirname, '../../examples/filings')

export type Reported = {
  readonly exitCode: number
  readonly printed: string
  readonly said: string
}

export async function accuracy(
  directory: string,
  options: {
    form?: 'table' | 'json'
    by?: 'servicer' | 'trust'
    conventions?: string
  } = {},
): Promise<Reported> {
  const [out, err] = [collector(), collector()]
  const exitCode = await runAccuracy({
    directory,
    conventions: options.conventions ?? null,
    form: options.form ?? 'table',
    by: options.by ?? 'servicer',
    out: out.stream,
    err: err.stream,
  })
  return { exitCode, printed: out.text(), said: err.text() }
}

/** What was found, as the JSON tells it. */
export async function outcomes(directory: string): Promise<readonly Outcome[]> {
  const { printed } = await accuracy(directory, { form: 'json' })
  const report: { outcomes: Outcome[] } = JSON.parse(printed)
  return report.outcomes
}

/** A directory with these files, gone after the test. */
export function directoryOf(
  t: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const directory = mkdtempSync(join(tmpdir(), 'keyturn-accuracy-'))
  t.after(() => rmSync(directory, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true })
    writeFileSync(join(directory, name), content)
  }
  return directory
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
