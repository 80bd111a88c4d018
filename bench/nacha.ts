// An ACH file written and read: every entry checked, and every figure of the file held against its
// entries. The limit is the same entries as JSON, written and parsed.
import { assert } from '#src/domain/assert.ts'
import { date } from '#src/domain/calendar.ts'
import { cents } from '#src/domain/money.ts'
import type { AchEntry, AchFile } from '#src/formats/nacha/ach-file.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import { writeNacha } from '#src/formats/nacha/write-nacha.ts'
import { interleaved, type Measured, measured, ofOurProcess } from './support/measure.ts'
import { atLeast, median, type Result, resultOf } from './support/result.ts'
import type { World } from './support/world.ts'

const SIZES = { full: 500_000, quick: 20_000 } as const
const LEAST_PER_SECOND = 250_000

export async function nacha({ scale }: Pick<World, 'scale'>): Promise<Result[]> {
  const entries = Array.from({ length: SIZES[scale] }, (_, at) => entry(at + 1))
  const ways: { write: number[]; read: number[] } = { write: [], read: [] }
  const runs = await interleaved(
    () => writeAndRead(entries, ways),
    () => measured(entries.length, async () => void JSON.parse(JSON.stringify(entries))),
  )
  return [
    resultOf({
      job: 'ACH file',
      unit: 'entries written and read per second',
      ours: runs.ours.map(({ perSecond }) => perSecond),
      limit: {
        what: 'JSON.stringify and JSON.parse of the same entries',
        values: runs.limit.map(({ perSecond }) => perSecond),
      },
      ...ofOurProcess(runs.ours),
      scale: `${entries.length} WEB debits in one file`,
      goal: { is: 'atLeast', ratio: 0.3 },
      checks: [
        atLeast('entries written per second', median(ways.write), LEAST_PER_SECOND),
        atLeast('entries read per second', median(ways.read), LEAST_PER_SECOND),
      ],
    }),
  ]
}

async function writeAndRead(
  entries: readonly AchEntry[],
  ways: { write: number[]; read: number[] },
): Promise<Measured> {
  return measured(entries.length, async () => {
    const begun = performance.now()
    const bytes = written(entries)
    const between = performance.now()
    const { problems, totals } = readNacha(bytes)
    const ended = performance.now()
    assert(problems.length === 0 && totals.entries === entries.length, 'the file is read as it was')
    ways.write.push((entries.length / (between - begun)) * 1000)
    ways.read.push((entries.length / (ended - between)) * 1000)
  })
}

/** In chunks, as a stream takes them. */
function written(entries: readonly AchEntry[]): Uint8Array {
  const chunks: Buffer[] = []
  let chunk = ''
  for (const line of writeNacha(fileOf(entries))) {
    chunk += line
    if (chunk.length < CHUNK) continue
    chunks.push(Buffer.from(chunk, 'latin1'))
    chunk = ''
  }
  chunks.push(Buffer.from(chunk, 'latin1'))
  return Buffer.concat(chunks)
}

const CHUNK = 65_536

function fileOf(entries: readonly AchEntry[]): AchFile {
  return {
    head: {
      destination: '073000228',
      destinationName: 'SAMPLE BANK',
      origin: '1234567890',
      originName: 'LAKESIDE AUTO FINANCE',
      createdOn: date('2026-12-04'),
      createdAt: '17:05',
      modifier: 'A',
      reference: '',
    },
    batches: [
      {
        number: 1,
        company: { name: 'LAKESIDE AUTO', id: '1234567890', odfi: '07300022' },
        effective: date('2026-12-07'),
        sameDay: null,
        purpose: { kind: 'debits', class: 'WEB', description: 'LOAN PYMT' },
        entries,
      },
    ],
    lineEnd: 'lf',
  }
}

/** One in ten has a name with accents. */
function entry(sequence: number): AchEntry {
  const name = sequence % 10 === 0 ? `José Núñez ${sequence}` : `Ann Sample ${sequence}`
  return {
    receiver: {
      routing: sequence % 2 === 0 ? '231380104' : '081000210',
      account: String(100_000_000 + sequence),
      kind: sequence % 3 === 0 ? 'savings' : 'checking',
      name,
    },
    direction: 'debit',
    amount: cents(20_000 + sequence),
    identification: `PAY-${sequence}`,
    recurrence: 'recurring',
    sequence,
  }
}
