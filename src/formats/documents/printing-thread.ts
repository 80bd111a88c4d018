// The thread that prints: one template for each kind of paper, PDF/UA-1, fonts embedded. The same
// sheet gives the same bytes.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Sheet } from './sheet.ts'

export type ToPrint = { readonly id: number; readonly sheet: Sheet }

/** `problem`: why there are no bytes. */
export type Printed = {
  readonly id: number
  readonly bytes?: Uint8Array
  readonly problem?: string
}

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold']
/** Papers between two times that what is kept of them is dropped, so that memory stays flat. */
const KEPT = 50

const compiler = openCompiler()
let printed = 0
parentPort?.on('message', ({ id, sheet }: ToPrint) => {
  parentPort?.postMessage({ id, ...attempt(sheet) } satisfies Printed)
  printed += 1
  if (printed % KEPT === 0) compiler.evictCache(0)
})

function openCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter'))
  return NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => join(fonts, weight)) }],
  })
}

function attempt(sheet: Sheet): Omit<Printed, 'id'> {
  try {
    return { bytes: printOne(sheet) }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  }
}

function printOne(sheet: Sheet): Buffer {
  const made = compiler.compile({
    mainFilePath: join(import.meta.dirname, `${sheet.template}.typ`),
    inputs: { sheet: JSON.stringify(sheet) },
  })
  const { result } = made
  if (!result) {
    const problems = made.takeDiagnostics()?.shortDiagnostics ?? []
    throw new Error(`cannot print ${sheet.template}: ${JSON.stringify(problems)}`)
  }
  const creationTimestamp = Math.trunc(Date.parse(sheet.madeAt) / 1000)
  return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp })
}
