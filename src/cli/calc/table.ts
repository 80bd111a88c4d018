// Every subcommand of `keyturn calc`. Each is loaded when it is asked for.
import type { Calculation, FileCalculation } from './calculation.ts'

export const CALCULATIONS: ReadonlyMap<string, () => Promise<Calculation>> = new Map([
  ['apr', async () => (await import('./apr.ts')).apr],
  ['schedule', async () => (await import('./schedule.ts')).schedule],
  ['ledger', async () => (await import('./ledger/ledger.ts')).ledger],
  ['lease', async () => (await import('./lease.ts')).lease],
  ['days', async () => (await import('./days.ts')).days],
  ['banking-days', async () => (await import('./banking-days.ts')).bankingDays],
  ['check', async () => (await import('./check.ts')).check],
])

/** Those that read a file as it is, not JSON. */
export const FILE_CALCULATIONS: ReadonlyMap<string, () => Promise<FileCalculation>> = new Map([
  ['nacha', async () => (await import('./nacha.ts')).nacha],
])
