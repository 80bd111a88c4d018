// `keyturn calc SUBCOMMAND`: our arithmetic for anybody to check, without database or network.
import type { Writable } from 'node:stream'
import type { Command } from 'commander'

export type Detail = 'plain' | 'explained'

export type CalcRun = {
  readonly subcommand: string
  readonly detail: Detail
  readonly input: AsyncIterable<Uint8Array>
  readonly out: Writable
  readonly err: Writable
}

/** Loaded when it is asked for, so that the other commands do not wait for it. */
type LoadCalc = () => Promise<{ readonly runCalc: (run: CalcRun) => Promise<0 | 1 | 2> }>

export function registerCalc(program: Command, load: LoadCalc): void {
  program
    .command('calc')
    .description(
      'compute from JSON on standard input: APR, schedules, day counts, checks; ACH files',
    )
    .argument('<subcommand>', 'what to compute')
    .option('--explain', 'add to each result how it came to be')
    .addHelpText('after', HELP)
    .action(async (subcommand: string, options: { explain?: true }) => {
      const { runCalc } = await load()
      process.exitCode = await runCalc({
        subcommand,
        detail: options.explain ? 'explained' : 'plain',
        input: process.stdin,
        out: process.stdout,
        err: process.stderr,
      })
    })
}

const HELP = `
Standard input holds one JSON object, or an array of them; the results come in the same order, one
on a line. An object that cannot be answered gives {"error":{"field":"...","message":"..."}} in its
place.

nacha reads an ACH file instead, and says what is in it and what is wrong with it.

  echo '{"from":"2026-01-15","to":"2026-02-15","dayCount":"30/360"}' | keyturn calc days

docs/operating/CALC.md names every subcommand and describes every field.

Exit codes: 0 all answered · 1 at least one refused
            2 the input is not JSON or is empty, or there is no such subcommand`
