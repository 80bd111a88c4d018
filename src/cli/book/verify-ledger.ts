// `keyturn verify-ledger`: proves every account from its events alone.
import type { Command } from 'commander'
import { type LedgerProof, verifyLedger } from '#src/servicing/verify-ledger.ts'
import { readConfig } from '../../config.ts'
import { openKeyturn } from '../../main.ts'

const MOST_SHOWN = 100

export function registerVerifyLedger(program: Command): void {
  program
    .command('verify-ledger')
    .description('recompute every posting from the sealed events and name what does not follow')
    .option('--json', 'print the proof as JSON')
    .addHelpText(
      'after',
      `
Each event carries a keyed seal over the one before it, so a changed, deleted or inserted event is
named. Each posting must be the one that the events give. Nothing is repaired.

Exit codes: 0 everything follows from the events · 1 something does not · 2 it could not run`,
    )
    .action(async (options: { json?: true }) => {
      const keyturn = await openKeyturn(readConfig(process.env))
      try {
        const proof = await verifyLedger(keyturn)
        process.stdout.write(options.json ? `${JSON.stringify(proof)}\n` : report(proof))
        process.exitCode = proof.problems.length === 0 ? 0 : 1
      } finally {
        await keyturn.close()
      }
    })
}

function report(proof: LedgerProof): string {
  const counted = `${proof.accounts} accounts, ${proof.events} events, ${proof.postings} postings`
  if (proof.problems.length === 0) return `${counted}: every posting follows from the events\n`
  const shown = proof.problems
    .slice(0, MOST_SHOWN)
    .map(
      ({ accountId, table, problem, row }) => `account ${accountId}: ${table} ${problem}: ${row}`,
    )
  const more = proof.problems.length - shown.length
  const rest = more > 0 ? [`and ${more} more`] : []
  return `${[...shown, ...rest, `${counted}: ${proof.problems.length} problems`].join('\n')}\n`
}
