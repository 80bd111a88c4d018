/** What a paper that comes from outside can be. */
export const ATTACHED_KINDS = [
  'contract',
  'amendment',
  'titlePaper',
  'insurance',
  'letter',
  'otherPaper',
] as const

export type AttachedKind = (typeof ATTACHED_KINDS)[number]
