// A paper is printed, its bytes are on the disk, and only then its row commits: a row never names
// bytes that are not there.
import { createHash } from 'node:crypto'
import type { DocumentFacts } from '#src/formats/documents/document-facts.ts'
import type { Sheet } from '#src/formats/documents/sheet.ts'
import { appendAccountAudit } from '#src/store/accounts/account-audit.ts'
import { claimNumbers } from '#src/store/accounts/directory.ts'
import { canonicalJson } from '#src/store/canonical.ts'
import { findPaper, insertDocument, type SamePaper } from '#src/store/documents/documents.ts'
import type { Owner } from '../context.ts'
import { loadForUpdate } from '../load-account.ts'
import type { PaperContext } from './paper-context.ts'

/** Prints and keeps it once: of two at the same moment the second gets the paper of the first. */
export async function keepPaper(
  ctx: PaperContext,
  owner: Owner,
  of: { readonly same: SamePaper; readonly facts: DocumentFacts; readonly sheet: Sheet },
): Promise<{ readonly documentId: string }> {
  const { same, facts, sheet } = of
  const text = canonicalJson(facts)
  const bytes = await ctx.printer.print(sheet)
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  return ctx.db.transaction().execute(async (tx) => {
    const { account } = await loadForUpdate(tx, owner.accountId)
    const meanwhile = await findPaper(tx, ctx.vault, same)
    if (meanwhile) return { documentId: meanwhile.id }
    const { id, code, madeAt } = facts
    await insertDocument(tx, ctx.vault, {
      ...same,
      id,
      code,
      digest,
      onDate: facts.writtenOn,
      facts: text,
      signature: ctx.vault.sign(text),
      size: bytes.length,
      createdAt: madeAt,
    })
    await claimNumbers(tx, ctx.vault, [{ kind: 'letter', number: code, accountId: same.accountId }])
    await appendAccountAudit(tx, ctx.vault, {
      account,
      entry: {
        at: madeAt,
        requestId: ctx.requestId,
        actor: { kind: 'obligor', id: owner.obligorId },
        action: 'document printed',
        details: { documentId: id, kind: facts.kind, digest: digest.toString('hex') },
      },
    })
    return { documentId: id }
  })
}
