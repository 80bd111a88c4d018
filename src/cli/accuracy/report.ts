// The outcome as a table for people, and as JSON.
import { CHECKS } from './checks.ts'
import type { FileNote } from './read-filings.ts'
import type { Finding, Outcome } from './tally.ts'

export type Report = {
  readonly conventions: string
  readonly files: readonly FileNote[]
  readonly outcomes: readonly Outcome[]
}

export function printedReport(report: Report): string {
  return [...fileLines(report), '', ...table(report.outcomes), '', ...notes(report.outcomes), '']
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

export function jsonReport(report: Report): string {
  const outcomes = report.outcomes.map((outcome) => ({
    ...outcome,
    tolerance: CHECKS[outcome.check].tolerance,
    demand: outcome.exception === null ? CHECKS[outcome.check].demand : null,
  }))
  return `${JSON.stringify({ ...report, outcomes }, null, 2)}\n`
}

function fileLines({ conventions, files }: Report): string[] {
  const lines = files.flatMap(({ file, kind, records, repeated, faults, reasons }) => {
    const read =
      kind === null
        ? `skipped: ${reasons.join(' ')}`
        : `${kind}, ${count(records, 'record')}${repeated > 0 ? `, ${repeated} read before` : ''}`
    const damage = kind !== null && faults > 0 ? [`${faults} not read`, ...reasons] : []
    return [`${printable(file)}: ${read}`, ...damage.map((text) => `  ${printable(text)}`)]
  })
  return [...lines, `conventions: ${printable(conventions)}`]
}

const HEADINGS = ['check', 'of', 'rows', 'to the cent', 'within 1', 'within 2', '']

function table(outcomes: readonly Outcome[]): string[] {
  const rows = [HEADINGS, ...outcomes.map(cells)]
  const widths = HEADINGS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

function cells(outcome: Outcome): string[] {
  const { check, name, rows, exact, withinOne, withinTwo } = outcome
  return [
    CHECKS[check].title,
    printable(name),
    String(rows),
    share(exact, rows),
    share(withinOne, rows),
    share(withinTwo, rows),
    verdict(outcome),
  ]
}

function verdict({ check, exception, holds }: Outcome): string {
  if (exception !== null) return 'exception'
  if (CHECKS[check].demand === null) return 'told'
  return holds ? 'holds' : 'FAILS'
}

/** Why rows are out, and which: the first few of each check. */
function notes(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    const { check, name, exception, reasons } = outcome
    const counted = Object.entries(reasons)
    if (counted.length === 0) return []
    return [
      `${CHECKS[check].title}, ${printable(name)}${exception === null ? '' : ` (${exception})`}`,
      ...counted.map(([reason, rows]) => `  ${String(rows).padStart(5)}  ${reason}`),
      ...(outcome.holds ? [] : outcome.out.map((finding) => `         ${found(finding)}`)),
    ]
  })
}

function found({ where, ours, reported }: Finding): string {
  return printable(`${where}: ours ${ours ?? 'none'}, reported ${reported}`)
}

function share(part: number, rows: number): string {
  const tenths = Math.floor((part / rows) * 1000)
  return `${part} ${(tenths / 10).toFixed(1)} %`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Names come from the files: nothing in them may steer a terminal. */
function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?').slice(0, 200)
}
