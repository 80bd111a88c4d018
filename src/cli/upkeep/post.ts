// keyturn post FILE: takes a file of payments, such as a lockbox's list of checks, and puts it
// before the desk. Nothing is posted until one of its people approves.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { toDollars } from '#src/domain/money.ts'
import type { CreditProblem } from '#src/formats/credits/read-credits.ts'
import type { ServicingContext } from '#src/servicing/context.ts'
import { type CreditFileRefusal, takeCreditFile } from '#src/servicing/posting/take-credit-file.ts'

export type OpenToPost = () => Promise<{
  readonly ctx: ServicingContext
  readonly close: () => Promise<void>
}>

const MOST_BYTES = 2_000_000

export function registerPost(program: Command, open: OpenToPost): void {
  program
    .command('post')
    .argument('<file>', 'payments by mail or at a counter, as docs/operating/CREDITS.md has it')
    .description('take a file of payments; somebody at the desk approves it')
    .action(async (path: string) => {
      const bytes = await readFile(path)
      if (bytes.length > MOST_BYTES) return program.error('The file is larger than 2 MB.')
      const { ctx, close } = await open()
      const taken = await takeCreditFile(ctx, {
        ...{ name: basename(path), bytes, by: null },
      }).finally(close)
      const write = program.configureOutput().writeOut ?? (() => undefined)
      if (taken.ok) {
        const { lines, total, unknown, requestId } = taken
        write(`${lines} payments, ${toDollars(total)} dollars; ${unknown} fit no account.\n`)
        write(`Nothing is posted yet: approve it at the desk, /money/requests/${requestId}\n`)
        return
      }
      for (const line of toldOf(taken.refusal)) program.configureOutput().writeErr?.(`${line}\n`)
      process.exitCode = 1
    })
}

function toldOf(refusal: CreditFileRefusal): readonly string[] {
  switch (refusal.code) {
    case 'known':
      return ['This file was taken before. Nothing was done.']
    case 'repeated':
      return [`Line ${refusal.line}: this payment was in another file. Nothing was taken.`]
    case 'ahead':
      return [`Line ${refusal.line}: its day is still to come. Nothing was taken.`]
    default:
      return [
        ...refusal.problems.map(({ line, what }) => `Line ${line}: ${FAULTS[what]}`),
        'Nothing was taken.',
      ]
  }
}

const FAULTS: Readonly<Record<CreditProblem['what'], string>> = {
  notText: 'the file is not UTF-8 text.',
  quotes: 'the quotes do not match.',
  header: 'the header is not "account,amount,received,reference,payer".',
  columns: 'there are not five cells.',
  account: 'the account number is not one.',
  amount: 'the amount is not dollars with two decimals above zero, such as 512.55.',
  received: 'the day is not one, such as 2026-11-24.',
  reference: 'the reference is missing or has other signs than letters, digits, ". / _ -".',
  repeated: 'the same day and reference stand in this file twice.',
  payer: 'the name of the payer is too long.',
  total: 'the last line is not "total", the number of payments, and their dollars.',
  count: 'the number of payments is another.',
  sum: 'the payments add up to something else.',
  empty: 'there is no payment in the file.',
  tooMany: 'there are more than 5,000 payments in the file.',
}
