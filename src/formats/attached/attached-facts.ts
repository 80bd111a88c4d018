// A paper that did not come from us: what the pages that list papers say of it.
import { ATTACHED_KINDS, type AttachedKind } from '#src/domain/attached-kinds.ts'
import type { CommonFacts, DocumentFacts } from '../documents/document-facts.ts'

export type AttachedFacts = Pick<
  CommonFacts,
  'locale' | 'writtenOn' | 'madeAt' | 'accountEnding'
> & {
  readonly kind: AttachedKind
  readonly title: string
  /** The day that it bears. */
  readonly on: CommonFacts['writtenOn']
  /** It carries none of ours. */
  readonly code: null
  /** A newer one stands in its place. */
  readonly isReplaced: boolean
}

export type PaperFacts = DocumentFacts | AttachedFacts

export function isAttached(facts: PaperFacts): facts is AttachedFacts {
  return ATTACHED_KINDS.some((kind) => kind === facts.kind)
}
