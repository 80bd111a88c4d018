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

/** The largest paper: some hundred scanned pages. */
export const MOST_PAPER_BYTES = 10_000_000

/** Titles are kept in plain text: no number of a card or an account belongs in them. */
export function hasLongNumber(title: string): boolean {
  return /\d(?:[ -]?\d){7}/.test(title)
}
