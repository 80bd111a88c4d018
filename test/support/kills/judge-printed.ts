// What must be true after the kills: each account has exactly one statement, whole, signed, told
// once, its bytes as they were printed, and it is the last one that closed.
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { StatementFacts } from '#src/formats/documents/document-facts.ts'
import { fileFolder } from '#src/gateways/file-folder.ts'
import { verifyAudit } from '#src/servicing/audit/verify-audit.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { documentContext } from '#src/store/documents/documents.ts'
import { openKilledBook } from './killed-book.ts'
import type { PrintedWorld } from './printed-runs.ts'

export async function judgePrinted(world: PrintedWorld): Promise<Record<string, unknown>> {
  const book = await openKilledBook({ url: world.url(), home: world.home })
  const { db, vault } = book.ctx
  const files = fileFolder(join(world.home, 'files'))
  try {
    const accounts = await db.selectFrom('account').select(['account_id', 'statement_on']).execute()
    const rows = await db.selectFrom('document').selectAll().execute()
    const today = await businessDay(db)
    assert.deepEqual(
      rows.map((row) => row.account_id).sort(),
      accounts.map((row) => row.account_id).sort(),
      'each account exactly one',
    )
    assert.ok(
      accounts.every((row) => row.statement_on >= today),
      'none is due any more',
    )
    for (const row of rows) {
      const bytes = await files.get(row.digest)
      assert.equal(bytes.length, row.size)
      assert.ok(bytes.subarray(-6).toString('latin1').includes('%%EOF'), 'whole')
      const bound = documentContext({ accountId: row.account_id, id: row.id })
      const facts = vault.open(row.sealed, bound)
      const signature = { key: row.signed_with, bytes: row.signature }
      assert.ok(vault.isSigned(facts, signature))
      const { on, events } = JSON.parse(facts) as StatementFacts
      assert.equal(on, row.on_date)
      assert.ok(events > 0)
    }
    const messages = await db
      .selectFrom('account_message')
      .select('account_id')
      .where('template', '=', 'statementReady')
      .execute()
    const told = new Set(messages.map((row) => row.account_id))
    assert.deepEqual([messages.length, told.size], [rows.length, rows.length], 'told once')
    const problem = (found: unknown) => assert.fail(JSON.stringify(found))
    await verifyAudit(book.ctx, { problem, progress: () => undefined })
    const names = (await readdir(join(world.home, 'files'), { recursive: true })).filter(
      (name) => name.split('/').at(-1)?.length !== 2,
    )
    const halves = names.filter((name) => name.endsWith('.part')).length
    // A file without a row does no harm: the process ended between the two.
    const withoutRow = names.length - halves - rows.length
    return { ...world.killed, statements: rows.length, withoutRow, halves }
  } finally {
    await book.close()
  }
}
