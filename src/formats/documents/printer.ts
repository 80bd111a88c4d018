// Sheets to PDF: one template for each kind of paper, PDF/UA-1, fonts embedded. The same sheet
// gives the same bytes.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Sheet } from './sheet.ts'

export type Printer = {
  /** Bytes of a PDF; throws where the template and the sheet do not fit. */
  readonly print: (sheet: Sheet) => Buffer
}

const WEIGHTS = ['400Regular', '500Medium', '600SemiBold']
/** Papers between two times that what is kept of them is dropped, so that memory stays flat. */
const KEPT = 50

/** Reads the templates and the fonts with the first paper: a tenth of a second. */
export function openPrinter(): Printer {
  let compiler: NodeCompiler | null = null
  let printed = 0
  return {
    print: (sheet) => {
      compiler ??= openCompiler()
      const bytes = printOne(compiler, sheet)
      printed += 1
      if (printed % KEPT === 0) compiler.evictCache(0)
      return bytes
    },
  }
}

function openCompiler(): NodeCompiler {
  const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/inter'))
  return NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: WEIGHTS.map((weight) => join(fonts, weight)) }],
  })
}

function printOne(compiler: NodeCompiler, sheet: Sheet): Buffer {
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
