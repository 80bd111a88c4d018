// The bank's answer that it refuses a file of ours, as it comes.

import { addBankingDays } from '#src/domain/regions/us-banking-days.ts'
import { takeBankFile } from '#src/servicing/ach-returns/take-bank-file.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import type { Owner, ServicingContext } from '#src/servicing/context.ts'
import { settleRefusedFiles } from '#src/servicing/refused-files/settle-refused-files.ts'
import { sentPayment } from './sent-payment.ts'

let answers = 0

/** Another answer each time; nothing but the answer is worked on. */
export async function bankAnswers(
  ctx: ServicingContext,
  of: { readonly name: string; readonly status?: 'accepted' | 'rejected' },
): Promise<void> {
  answers += 1
  const lines = [
    'KEYTURN-ACK 1',
    `file: ${of.name}`,
    `status: ${of.status ?? 'rejected'}`,
    `reason: Batch 1 has no company id we know (${answers})`,
    '',
  ]
  await takeBankFile(ctx, { name: `ACK-${answers}.txt`, bytes: Buffer.from(lines.join('\n')) })
}

export async function lastFile(ctx: ServicingContext): Promise<{ id: string; name: string }> {
  const file = await ctx.db
    .selectFrom('ach_file')
    .select(['id', 'name'])
    .where('name', 'is not', null)
    .orderBy('sent_on', 'desc')
    .orderBy('modifier', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { id: file.id, name: file.name ?? '' }
}

let modifiers = 0

/** A file of the business date with one posted payment in it, refused and taken back. */
export async function refusedFile(ctx: ServicingContext, owner: Owner): Promise<string> {
  const today = await businessDay(ctx.db)
  const sentOn = addBankingDays(today, 0)
  const { entryId } = await sentPayment(ctx, owner, { amount: 5_123 + modifiers, sentOn })
  const { file_id: fileId } = await ctx.db
    .selectFrom('ach_entry')
    .select('file_id')
    .where('id', '=', entryId)
    .executeTakeFirstOrThrow()
  modifiers += 1
  const named = await ctx.db
    .updateTable('ach_file')
    .set({ sent_on: sentOn, modifier: 'ZYXWVUTSRQ'[modifiers % 10] ?? 'Z' })
    .where('id', '=', fileId)
    .returning('name')
    .executeTakeFirstOrThrow()
  await bankAnswers(ctx, { name: named.name ?? '' })
  await settleRefusedFiles(ctx)
  return fileId ?? ''
}
