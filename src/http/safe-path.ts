// A path to come back to arrives in an address or a form: only a plain path of this site is
// followed (ASVS 5.0 V3.7.2).

/**
 * Null unless it is a path of ours with an ordinary query: no host, no backslash, no second slash
 * at the start.
 */
export function safePath(text: string | undefined): string | null {
  if (text === undefined || text.length > 500) return null
  return /^\/(?:[\w.~-]+(?:\/[\w.~-]+)*)?(?:\?[\w.~=&%-]*)?$/.test(text) ? text : null
}

/** The path and query of one of our own addresses. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

/**
 * The address of a page for a link that leads back to it. What its query holds is kept, so that a
 * form filled in so far comes back filled in; a query that no link of ours may carry is left out,
 * and so is a language asked for in it, which would outlive the one chosen since.
 */
export function backTo(url: string): string {
  const { pathname, searchParams } = new URL(url)
  searchParams.delete('lang')
  // Two signs that this encoding leaves bare and `safePath` does not know.
  const query = searchParams.toString().replaceAll('+', '%20').replaceAll('*', '%2A')
  return (query && safePath(`${pathname}?${query}`)) || pathname
}
