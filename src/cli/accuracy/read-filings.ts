// A directory of filings and extracts of them, file by file. What a file is, is told from its
// content; what is not known is named and left alone, what is damaged is used as far as it goes.
import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { FilingFault, readFiledAssets } from '#src/formats/boarding/abs-ee-assets.ts'
import { trustOf } from '#src/formats/boarding/abs-ee-xml.ts'
import { FiledValueProblem, FiledValues } from '#src/formats/boarding/filed-values.ts'
import { readCsvRows } from '#src/formats/filings/csv-rows.ts'
import { leaseMonth } from '#src/formats/filings/lease-month.ts'
import { openBoardingFile } from '../book/boarding-source.ts'
import type { Conventions } from './conventions.ts'
import { Filings } from './filings.ts'
import { tableReader } from './tables.ts'

export type FileNote = {
  readonly file: string
  /** What it was read as; null: skipped. */
  readonly kind: string | null
  records: number
  /** Of the records, those that another file had brought before. */
  repeated: number
  faults: number
  /** The first faults, or why the file was skipped. */
  readonly reasons: string[]
}

export type Reading = { readonly filings: Filings; readonly files: readonly FileNote[] }

/** Null when there is no such directory. */
export async function readFilings(
  directory: string,
  conventions: Conventions,
): Promise<Reading | null> {
  const paths = await filesBelow(directory)
  if (paths === null) return null
  const filings = new Filings(conventions)
  const files: FileNote[] = []
  for (const path of paths) {
    if (path === conventions.source) continue
    files.push(await readOne({ path, name: relative(directory, path) }, filings))
  }
  return { filings, files }
}

async function filesBelow(directory: string): Promise<string[] | null> {
  let entries: Dirent[]
  try {
    entries = await readdir(directory, { recursive: true, withFileTypes: true })
  } catch {
    return null
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function readOne(
  { path, name }: { path: string; name: string },
  filings: Filings,
): Promise<FileNote> {
  const source = await openBoardingFile(path)
  if ('reason' in source) return skipped(name, source.reason)
  try {
    const { head, chunks } = await peeked(source.chunks)
    return /^\uFEFF?\s*</.test(head)
      ? await readXml({ name, head, chunks }, filings)
      : await readTable({ name, chunks }, filings)
  } finally {
    source.close()
  }
}

/** The beginning as text, and all of it again. */
async function peeked(
  source: AsyncIterable<Uint8Array>,
): Promise<{ head: string; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = source[Symbol.asyncIterator]()
  const first = await iterator.next()
  const head = first.done ? '' : new TextDecoder().decode(first.value.subarray(0, 4096))
  async function* all() {
    if (first.done) return
    yield first.value
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield next.value
  }
  return { head, chunks: all() }
}

async function readXml(
  file: { name: string; head: string; chunks: AsyncIterable<Uint8Array> },
  filings: Filings,
): Promise<FileNote> {
  if (!/<(\w+:)?assetData\b[^>]*\.sec\.gov\/edgar\/document\/absee\//.test(file.head))
    return skipped(file.name, 'not a Form ABS-EE exhibit EX-102')
  const trust = trustOf(file.name) ?? basename(file.name).replace(/\.xml$/i, '')
  const note = noted(file.name, 'Form ABS-EE EX-102')
  try {
    for await (const asset of readFiledAssets(file.chunks)) {
      const values = new FiledValues(asset.fields)
      takeRecord(note, asset.line, () => {
        if (asset.schema === 'autoloan') return filings.addLoanMonth(values, trust)
        filings.leases.push(leaseMonth(values, trust))
        return true
      })
    }
  } catch (error) {
    if (!(error instanceof FilingFault)) throw error
    fault(note, error.line, error.message)
  }
  return note
}

async function readTable(
  file: { name: string; chunks: AsyncIterable<Uint8Array> },
  filings: Filings,
): Promise<FileNote> {
  let note: FileNote | null = null
  let take: ((values: FiledValues) => boolean) | null = null
  for await (const row of readCsvRows(file.chunks)) {
    if (row.kind === 'header') {
      const reader = tableReader(row.columns, filings)
      if (reader === null) break
      note = noted(file.name, reader.kind)
      take = reader.take
    } else if (note === null || take === null) break
    else if (row.kind === 'fault') fault(note, row.line, row.reason)
    else {
      const add = take
      takeRecord(note, row.line, () => add(new FiledValues(row.fields)))
    }
  }
  return note ?? skipped(file.name, 'not a kind of file that is known here')
}

function takeRecord(note: FileNote, line: number, take: () => boolean): void {
  try {
    note.records += 1
    if (!take()) note.repeated += 1
  } catch (error) {
    if (!(error instanceof FiledValueProblem)) throw error
    note.records -= 1
    fault(note, line, `${error.field}: ${error.message}`)
  }
}

const MOST_REASONS = 5

function fault(note: FileNote, line: number, reason: string): void {
  note.faults += 1
  if (note.reasons.length < MOST_REASONS) note.reasons.push(`line ${line}: ${reason}`)
}

function noted(file: string, kind: string): FileNote {
  return { file, kind, records: 0, repeated: 0, faults: 0, reasons: [] }
}

function skipped(file: string, reason: string): FileNote {
  return { file, kind: null, records: 0, repeated: 0, faults: 0, reasons: [reason] }
}
