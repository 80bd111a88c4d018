// What a page has to know of the end of its session, on either host; the island `idle` is told it
// whenever it asks (WCAG 2.2.1, ASVS 5.0 V14.3.1).
import type { Words } from '#src/words/words.ts'

export type SessionEnd = {
  /** Of which sign-in: a page of another one shows nothing any longer. */
  readonly who: string
  /** Seconds, whatever the clock of the device says. */
  readonly left: number
  /** Nothing makes it last longer. */
  readonly latest: boolean
  /** For the foot of the page, where it is read without a script. */
  readonly line: string
  readonly title: string
  readonly warning: string
  /** So many seconds before the end the warning comes. */
  readonly warn: number
}

/** In which a person reads the warning and answers, in seconds; WCAG 2.2.1 asks for 20. */
const mostWarning = 120

/** `time` writes a moment as whoever reads the page is used to. */
export function sessionEnd(
  session: { readonly who: string; readonly idleEndsAt: string; readonly endsAt: string },
  limits: { readonly idleMinutes: number; readonly absoluteHours: number },
  reader: {
    readonly now: string
    readonly words: Words
    readonly time: (instant: string) => string
  },
): SessionEnd {
  const { who, idleEndsAt, endsAt } = session
  const { now, words, time } = reader
  const { soon, ends } = words.security.sessions
  const latest = endsAt <= idleEndsAt
  const at = latest ? endsAt : idleEndsAt
  return {
    who,
    left: Math.floor((Date.parse(at) - Date.parse(now)) / 1000),
    latest,
    line: ends(time(at), time(endsAt)),
    title: latest ? soon.latestTitle : soon.idleTitle,
    warning: latest ? soon.latest(time(at), limits.absoluteHours) : soon.idle(time(at)),
    warn: Math.min(mostWarning, limits.idleMinutes * 30),
  }
}
