import type { RefusalDecision, RefusedFile } from '#src/store/ach/refused-files.ts'
import type { SentEntry } from '#src/store/ach/sent-entry.ts'
import type { LoadedForUpdate } from '../load-account.ts'

export type DecidedFile = RefusedFile & { readonly decision: RefusalDecision }

/** An entry of a refused file, the decision about that, and the account of it, held. */
export type DecidedEntry = {
  readonly loaded: LoadedForUpdate
  readonly file: DecidedFile
  readonly entry: SentEntry
}

/** What came of one: whether it goes again, and as which entry where no payment says so. */
export type CarriedOut = {
  readonly fate: 'sentAgain' | 'notSent'
  readonly asEntry: string | null
  readonly loaded: LoadedForUpdate
}
