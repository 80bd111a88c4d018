import type { PaperContext } from '#src/servicing/documents/paper-context.ts'
import type { AccountVisit } from '../account-visit.tsx'

/** A visit with what prints and keeps papers. */
export function papersOf({ c, ctx }: AccountVisit): PaperContext {
  return { ...ctx, ...c.get('web').papers }
}
