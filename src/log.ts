import { pino } from 'pino'

export type Log = ReturnType<typeof openLog>

/** Structured lines on standard error, so that standard output stays for people and scripts. */
export function openLog() {
  return pino({ level: process.env.LOG_LEVEL ?? 'warn', base: null }, pino.destination(2))
}
