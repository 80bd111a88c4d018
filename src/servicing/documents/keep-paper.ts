// A paper is printed, its bytes are on the disk, and only then its row commits: a row never names
// bytes that are not there.
import { createHash } from 'node:crypto'
import { assert } from '#src/domain/assert.ts'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import type { Sheet } from '#src/formats/documents/sheet.ts'
import { type AccountAuditEntry, appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { type LockedAccount, lockAccount } from '#src/store/accounts/accounts.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import type { Tx } from '#src/store/database.ts'
import { findPaper, insertDocument, type SamePaper } from '#src/store/documents/documents.ts'
import type { PaperContext } from './paper-context.ts'

/**
 * Prints and keeps it once: of two at the same moment the second gets the paper of the first. Null
 * where `unless` says so: the facts are no longer those of the account.
 */
export async function keepPaper(
  ctx: PaperContext,
  of: {
    readonly same: SamePaper
    readonly facts: DocumentFacts
    readonly sheet: Sheet
    readonly actor: AccountAuditEntry['actor']
    /** In the transaction of the row, with the account's row held. */
    readonly unless?: (tx: Tx, account: LockedAccount) => Promise<boolean>
    /** After its row, in the same transaction. */
    readonly also?: (tx: Tx) => Promise<void>
  },
): Promise<{ readonly documentId: string } | null> {
  const { same, facts, sheet, actor } = of
  const text = canonicalJson(facts)
  const bytes = await ctx.printer.print(sheet)
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, same.accountId)
    assert(account, `account ${same.accountId} exists`)
    const meanwhile = await findPaper(tx, ctx.vault, same)
    if (meanwhile) return { documentId: meanwhile.id }
    if (await of.unless?.(tx, account)) return null
    const { id, code, madeAt } = facts
    await insertDocument(tx, ctx.vault, {
      ...same,
      id,
      code,
      digest,
      onDate: facts.kind === 'statement' ? facts.on : facts.writtenOn,
      facts: text,
      signature: ctx.vault.sign(text),
      size: bytes.length,
      createdAt: madeAt,
    })
    await of.also?.(tx)
    await claimNumbers(tx, ctx.vault, [{ kind: 'letter', number: code, accountId: same.accountId }])
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: madeAt,
        requestId: ctx.requestId,
        actor,
        action: 'document printed',
        details: { documentId: id, kind: facts.kind, digest: digest.toString('hex') },
      },
    })
    return { documentId: id }
  })
}
