// Moments as ISO text in UTC, and moments some time away from them.

export type Span =
  | { readonly hours: number }
  | { readonly minutes: number }
  | { readonly seconds: number }

export function momentAfter(moment: string, span: Span): string {
  return new Date(Date.parse(moment) + millisecondsOf(span)).toISOString()
}

export function momentBefore(moment: string, span: Span): string {
  return new Date(Date.parse(moment) - millisecondsOf(span)).toISOString()
}

/** Whole seconds from now until then, at least one. */
export function secondsUntil(moment: string, now: string): number {
  return Math.max(1, Math.ceil((Date.parse(moment) - Date.parse(now)) / 1000))
}

function millisecondsOf(span: Span): number {
  if ('hours' in span) return span.hours * 3_600_000
  return 'minutes' in span ? span.minutes * 60_000 : span.seconds * 1000
}
