import type { Printer } from '#src/formats/documents/printer.ts'
import type { Files } from '#src/gateways/files.ts'
import type { ServicingContext } from '../context.ts'

/** What printing and reading papers needs besides. */
export type PaperContext = ServicingContext & {
  readonly printer: Printer
  readonly files: Files
}
