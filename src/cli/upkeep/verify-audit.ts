// `keyturn verify-audit`: proves who did and saw what, from the rows and the keyed heads.
import type { Command } from 'commander'
import type { AuditProblem } from '#src/servicing/audit/audit-problem.ts'
import {
  compareHeads,
  type HeadDifference,
  type HeadsComparison,
} from '#src/servicing/audit/compare-heads.ts'
import { type AuditProof, verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { type Config, readConfig } from '../../config.ts'
import { type Keyturn, openKeyturn } from '../../main.ts'
import { countedProgress } from './counted-progress.ts'
import { shownProblems } from './shown-problems.ts'

type Options = { readonly json?: true; readonly heads?: string }

export function registerVerifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description(
      'prove the audit of every account, login and staff member, and name what is broken',
    )
    .option('--heads <folder>', 'also hold the chains against the signed daily lists of a folder')
    .option('--json', 'print the proof as JSON')
    .addHelpText('after', HELP)
    .action(async (options: Options) => {
      process.exitCode = await run(readConfig(process.env), options)
    })
}

const HELP = `
Each line of the audit carries a keyed seal over the one before it, and each chain a keyed head. The
first broken link of a chain is named: changed, removed, inserted, a tail that was cut off, a head
that is not its lines', or lines without a head. A chain that was taken away whole, with its head,
shows only against the signed lists that the worker writes once a day. Nothing is repaired.

  keyturn verify-audit
  keyturn verify-audit --heads /mnt/audit

docs/operating/AUDIT.md says what to do with each finding.

Exit codes: 0 everything is as it was written · 1 something is not · 2 it could not run`

async function run(config: Config, options: Options): Promise<number> {
  const keyturn = await openKeyturn(config)
  try {
    const problems = shownProblems()
    const proof = await prove(keyturn, problems.add)
    const heads = options.heads
    const lists = heads === undefined ? null : await compare(keyturn, heads, problems.add)
    const { count, shown } = problems
    const json = () => JSON.stringify({ ...proof, lists, problems: shown })
    process.stdout.write(options.json ? `${json()}\n` : report(proof, lists, problems.text()))
    if (lists?.lists === 0) return 2
    return count() + (lists?.unusable.length ?? 0) === 0 ? 0 : 1
  } finally {
    await keyturn.close()
  }
}

type Add = (problem: AuditProblem | HeadDifference) => void

async function prove(keyturn: Keyturn, add: Add): Promise<AuditProof> {
  const progress = countedProgress('chains')
  try {
    return await verifyAudit(keyturn, { problem: add, progress: progress.show })
  } finally {
    progress.stop()
  }
}

async function compare(keyturn: Keyturn, folder: string, add: Add): Promise<HeadsComparison> {
  const progress = countedProgress('listed heads')
  try {
    const tell = { difference: add, progress: progress.show }
    return await compareHeads(keyturn, { folder }, tell)
  } finally {
    progress.stop()
  }
}

const UNUSABLE = {
  unfinished: 'has no signature at its end: it was cut, or is no list',
  changed: 'is not what was signed: it was changed, or has the name of another day',
  unknownKey: 'is signed with a key that the key file does not hold, or not signed at all',
} as const

function report(proof: AuditProof, lists: HeadsComparison | null, problems: string): string {
  const counted = `${proof.chains} chains, ${proof.lines} lines`
  const bad = `broken chains: ${proof.broken}`
  const lines = [`${counted}: ${proof.broken === 0 ? 'every line is as it was written' : bad}`]
  for (const { list, problem } of lists?.unusable ?? []) lines.push(`${list} ${UNUSABLE[problem]}`)
  for (const { first, last } of lists?.gaps ?? [])
    lines.push(`no list for ${first} to ${last}: no worker ran then, or lists were taken away`)
  if (lists) lines.push(listsText(lists))
  return `${problems}${lines.join('\n')}\n`
}

function listsText({ lists, heads, differences }: HeadsComparison): string {
  if (lists === 0) return 'there is no signed list in that folder: nothing was compared'
  const found = differences === 0 ? 'every chain is there' : `differences: ${differences}`
  return `signed lists: ${lists}, heads: ${heads}: ${found}`
}
