// The one log of the application: JSON lines in which no secret and no personal number stands,
// whatever object was handed to it.
import { type DestinationStream, pino } from 'pino'
import { redacted } from './redaction.ts'

export type Log = ReturnType<typeof openLog>

/** Structured lines on standard error, so that standard output stays for people and scripts. */
export function openLog(
  to: { readonly level: string; readonly stream: DestinationStream } = {
    level: process.env.LOG_LEVEL ?? 'warn',
    stream: pino.destination(2),
  },
) {
  return pino(
    {
      level: to.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      hooks: {
        // Every line passes here, with all that is in it.
        logMethod(args, method) {
          const [first, ...others] = args
          const safe = first instanceof Error ? { err: redacted(first) } : redacted(first)
          Reflect.apply(method, this, [safe, ...others.map(redacted)])
        },
      },
    },
    to.stream,
  )
}
