// Run as a process of its own, to be killed: prints statements until none is due.
import { join } from 'node:path'
import { openPrinter } from '#src/formats/documents/printer.ts'
import { fileFolder } from '#src/gateways/file-folder.ts'
import { printStatements } from '#src/servicing/documents/print-statements.ts'
import { openKilledBook } from './killed-book.ts'

const [url = '', home = ''] = process.argv.slice(2)
const book = await openKilledBook({ url, home })
const papers = { printer: openPrinter(), files: fileFolder(join(home, 'files')) }
process.stdout.write('ready\n')
await printStatements({ ...book.ctx, ...papers })
await book.close()
