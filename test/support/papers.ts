// What prints papers, and a folder of the test's own for their bytes.
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { fileFolder } from '#src/gateways/file-folder.ts'

export function testPapers() {
  const folder = join(tmpdir(), `keyturn-papers-${randomUUID()}`)
  return { printer: openPrinter(), files: fileFolder(folder) }
}
