// The bytes of a numbered file from its rows: the same each time, and never more than a page of
// them in memory.
import type { AchBatchHead, AchHead, AchTotals } from '#src/formats/nacha/ach-file.ts'
import { NachaWriter } from '#src/formats/nacha/nacha-writer.ts'
import type { AchFileDay } from '#src/store/ach/ach-files.ts'
import {
  type FileBatch,
  type FileEntry,
  fileEntries,
  readBatches,
} from '#src/store/ach/file-entries.ts'
import type { LenderBank } from '../../lender-file.ts'
import type { ServicingContext } from '../context.ts'
import { purposeOf } from './purpose-of.ts'

/** What a file is written with: the lender's file as it was, and the cutoff's time of day. */
export type FileBank = LenderBank & { readonly cutoff: string }

export type WritableFile = AchFileDay & { readonly id: string; readonly bank: FileBank }

const ENTRIES_A_PAGE = 5_000

/** `onPage` sees the entries of each page once, before its bytes. */
export async function* fileBytes(
  ctx: Pick<ServicingContext, 'db' | 'vault'>,
  file: WritableFile,
  onPage: (entries: readonly FileEntry[]) => Promise<void> = async () => undefined,
): AsyncGenerator<Buffer, AchTotals> {
  const { bank, id: fileId } = file
  const writer = new NachaWriter({ head: headOf(file), lineEnd: bank.lineEnd })
  const batches = await readBatches(ctx.db, fileId)
  let text = writer.begin()
  let at = -1
  const pages = fileEntries(ctx.db, ctx.vault, { fileId, pageSize: ENTRIES_A_PAGE })
  for await (const page of pages) {
    await onPage(page)
    for (const entry of page) {
      if (entry.batchNumber !== batches[at]?.number) {
        if (at >= 0) text += writer.endBatch()
        at += 1
        text += writer.beginBatch(batchHead(batches[at], bank))
      }
      text += writer.entry({ ...entry, sequence: Number(entry.trace.slice(-7)) })
    }
    yield Buffer.from(text, 'latin1')
    text = ''
  }
  const end = writer.endBatch()
  const last = writer.end()
  yield Buffer.from(end + last.text, 'latin1')
  return last.totals
}

function headOf({ bank, sentOn, modifier }: WritableFile): AchHead {
  const { destination, destinationName, origin, originName } = bank
  const createdAt = bank.cutoff
  const names = { destination, destinationName, origin, originName }
  return { ...names, createdOn: sentOn, createdAt, modifier, reference: '' }
}

function batchHead(batch: FileBatch | undefined, bank: FileBank): AchBatchHead {
  if (!batch) throw new Error('broken invariant: each entry of a file stands in one of its batches')
  const { number, effective, sameDay } = batch
  const company = { name: bank.companyName, id: bank.companyId, odfi: bank.odfi.slice(0, 8) }
  return { number, company, effective, sameDay, purpose: purposeOf(batch, bank) }
}
