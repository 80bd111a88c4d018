import { createHash } from 'node:crypto'
import { assert } from '#src/domain/assert.ts'
import { markDelivered, readNumberedFile } from '#src/store/ach/ach-files.ts'
import type { BankContext } from './bank-context.ts'
import { type FileBank, fileBytes } from './file-bytes.ts'

/**
 * Brings a numbered file to the bank. Its bytes are written anew from the rows and must be those
 * that were numbered: otherwise the bank gets nothing. A run that is stopped and begun again
 * delivers the same file under the same name.
 */
export async function deliverFile(ctx: BankContext, fileId: string): Promise<void> {
  const found = await readNumberedFile(ctx.db, fileId)
  assert(found, `file ${fileId} is numbered`)
  const file = { ...found, id: fileId, bank: found.bank as FileBank }
  await ctx.bank.deliver(found.name, asNumbered(fileBytes(ctx, file), found))
  const at = ctx.clock.now()
  await ctx.db.transaction().execute((tx) => markDelivered(tx, { id: fileId, at }))
}

/** Fails after the last byte, when they are not those of the digest: nobody takes such a file. */
async function* asNumbered(
  bytes: AsyncIterable<Buffer>,
  file: { name: string; bytesHash: Uint8Array },
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const chunk of bytes) {
    hash.update(chunk)
    yield chunk
  }
  assert(
    hash.digest().equals(file.bytesHash),
    `the bytes of ${file.name} are as they were numbered`,
  )
}
