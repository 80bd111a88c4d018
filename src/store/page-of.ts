/** One page of a list, by number. */
export type PageOf = {
  /** From 1. */
  readonly page: number
  readonly pages: number
  /** How many of the list come before it. */
  readonly offset: number
}

/** The page that was asked for of `count` lines; one beyond the last is the last. */
export function pageOf(
  asked: number,
  of: { readonly count: number; readonly size: number },
): PageOf {
  const pages = Math.max(1, Math.ceil(of.count / of.size))
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages)
  return { page, pages, offset: (page - 1) * of.size }
}
