// A second reading of ACH files, written from the layout table by itself: it imports nothing from
// src, keeps no state but sums, and tells no more than whether the figures of a file agree.
// Positions are 1-based and inclusive, as the table gives them.

export type AchFacts = {
  readonly batches: readonly BatchFacts[]
  readonly problems: readonly string[]
}

export type BatchFacts = {
  readonly class: string
  readonly service: string
  readonly description: string
  readonly effective: string
  readonly codes: readonly string[]
  readonly amounts: readonly number[]
  readonly names: readonly string[]
  readonly accounts: readonly string[]
  readonly types: readonly string[]
  readonly traces: readonly string[]
  readonly debits: bigint
  readonly credits: bigint
  readonly hash: bigint
}

/** What a complete file without addenda says, and where its figures disagree. */
export function checkAch(text: string): AchFacts {
  const problems: string[] = []
  const say = (condition: boolean, problem: string) => {
    if (!condition) problems.push(problem)
  }
  const ends = text.includes('\r\n') ? '\r\n' : '\n'
  say(text.endsWith(ends), 'the last line is not ended')
  const rows = text.split(ends).slice(0, -1)
  say(rows.length % 10 === 0, `${rows.length} rows`)
  for (const row of rows) say(/^[\x20-\x7e]{94}$/.test(row), `row ${JSON.stringify(row)}`)
  const order = rows.map((row) => row[0]).join('')
  say(/^1(56+8)+99*$/.test(order), `order ${order}`)
  const control = rows.findIndex((row) => row.startsWith('9'))
  for (const row of rows.slice(control + 1)) say(row === '9'.repeat(94), 'padding')
  const head = rows[0] ?? ''
  say(/^101 \d{9}.{10}\d{6}([01]\d|2[0-3])[0-5]\d[A-Z0-9]094101/.test(head), 'file header')
  const batches = batchesOf(rows.slice(1, control), say)
  checkFileControl(rows[control] ?? '', { batches, rows: rows.length, say })
  return { batches, problems }
}

type Say = (condition: boolean, problem: string) => void

function batchesOf(rows: readonly string[], say: Say): BatchFacts[] {
  const found: BatchFacts[] = []
  let from = 0
  for (const [at, row] of rows.entries()) {
    if (!row.startsWith('8')) continue
    found.push(batchOf(rows.slice(from, at + 1), say))
    from = at + 1
  }
  return found
}

function batchOf(rows: readonly string[], say: Say): BatchFacts {
  const [header = '', ...rest] = rows
  const control = rest.pop() ?? ''
  for (const row of rest) checkEntry(row, { odfi: at(header, 80, 87), say })
  const traces = rest.map((row) => at(row, 80, 94))
  say(
    traces.every((trace, index) => index === 0 || trace > (traces[index - 1] ?? '')),
    'traces do not rise',
  )
  const side = (pattern: RegExp) =>
    rest
      .filter((row) => pattern.test(at(row, 2, 3)))
      .reduce((sum, row) => sum + BigInt(at(row, 30, 39)), 0n)
  const facts = {
    class: at(header, 51, 53),
    service: at(header, 2, 4),
    description: at(header, 54, 63).trimEnd(),
    effective: at(header, 70, 75),
    codes: rest.map((row) => at(row, 2, 3)),
    amounts: rest.map((row) => Number(at(row, 30, 39))),
    names: rest.map((row) => at(row, 55, 76).trimEnd()),
    accounts: rest.map((row) => at(row, 13, 29).trimEnd()),
    types: rest.map((row) => at(row, 77, 78).trimEnd()),
    traces,
    debits: side(/^[23][78]$/),
    credits: side(/^[23][23]$/),
    hash: rest.reduce((sum, row) => sum + BigInt(at(row, 4, 11)), 0n) % 10_000_000_000n,
  }
  say(at(header, 76, 79) === '   1', 'settlement day or originator status')
  say(at(control, 2, 4) === facts.service, 'service class')
  say(at(control, 5, 10) === zeros(rest.length, 6), 'entry count')
  say(at(control, 11, 20) === zeros(facts.hash, 10), 'batch hash')
  say(at(control, 21, 32) === zeros(facts.debits, 12), 'batch debits')
  say(at(control, 33, 44) === zeros(facts.credits, 12), 'batch credits')
  say(at(control, 45, 54) === at(header, 41, 50), 'company id')
  say(at(control, 55, 79).trim() === '', 'reserved')
  say(at(control, 80, 94) === at(header, 80, 94), 'bank and batch number')
  const taken = { '220': facts.debits === 0n, '225': facts.credits === 0n, '200': true }
  say(taken[facts.service as '200'] ?? false, 'service class and entries')
  return facts
}

function checkEntry(row: string, { odfi, say }: { odfi: string; say: Say }): void {
  const d = [...at(row, 4, 12)].map(Number)
  const sum = (places: readonly number[]) => places.reduce((all, place) => all + (d[place] ?? 0), 0)
  const weighted = 3 * sum([0, 3, 6]) + 7 * sum([1, 4, 7]) + sum([2, 5, 8])
  say(weighted % 10 === 0, `check digit of ${at(row, 4, 12)}`)
  say(/^[23][278]$/.test(at(row, 2, 3)), `code ${at(row, 2, 3)}`)
  say((at(row, 30, 39) === '0000000000') === /8$/.test(at(row, 2, 3)), 'amount')
  say(/^\S/.test(at(row, 13, 29)) && /^\S/.test(at(row, 55, 76)), 'account or name')
  say(at(row, 79, 79) === '0', 'addenda indicator')
  say(at(row, 80, 87) === odfi && /^\d{7}$/.test(at(row, 88, 94)), 'trace number')
}

function checkFileControl(
  row: string,
  { batches, rows, say }: { batches: readonly BatchFacts[]; rows: number; say: Say },
): void {
  const all = (of: (batch: BatchFacts) => bigint) => batches.reduce((sum, b) => sum + of(b), 0n)
  const hash = all((batch) => batch.hash) % 10_000_000_000n
  say(at(row, 2, 7) === zeros(batches.length, 6), 'batch count')
  say(at(row, 8, 13) === zeros(rows / 10, 6), 'block count')
  say(
    at(row, 14, 21) ===
      zeros(
        all(({ codes }) => BigInt(codes.length)),
        8,
      ),
    'count',
  )
  say(at(row, 22, 31) === zeros(hash, 10), 'file hash')
  say(
    at(row, 32, 43) ===
      zeros(
        all(({ debits }) => debits),
        12,
      ),
    'file debits',
  )
  say(
    at(row, 44, 55) ===
      zeros(
        all(({ credits }) => credits),
        12,
      ),
    'file credits',
  )
  say(at(row, 56, 94) === ' '.repeat(39), 'reserved of the file control')
}

function at(row: string, first: number, last: number): string {
  return row.slice(first - 1, last)
}

function zeros(value: number | bigint, size: number): string {
  return String(value).padStart(size, '0')
}
