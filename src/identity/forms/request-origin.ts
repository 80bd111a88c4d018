// Where a form came from, by the browser's own word. A browser that says neither is refused: every
// current one does.

export type OriginHeaders = {
  readonly origin: string | null
  readonly fetchSite: string | null
}

/**
 * True when the request was made by a page of `ownOrigin` (ASVS 5.0 V3.5.1). Ask for every unsafe
 * method.
 */
export function isFromOwnPage(headers: OriginHeaders, ownOrigin: string): boolean {
  if (headers.origin === null && headers.fetchSite === null) return false
  if (headers.origin !== null && headers.origin !== ownOrigin) return false
  return headers.fetchSite === null || headers.fetchSite === 'same-origin'
}
