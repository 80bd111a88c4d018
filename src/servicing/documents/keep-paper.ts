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
import type { ServicingContext } from '../context.ts'
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
  const laid = await layPaper(ctx, { facts, sheet })
  return ctx.db.transaction().execute(async (tx) => {
    const account = await lockAccount(tx, same.accountId)
    assert(account, `account ${same.accountId} exists`)
    const meanwhile = await findPaper(tx, ctx.vault, same)
    if (meanwhile) return { documentId: meanwhile.id }
    if (await of.unless?.(tx, account)) return null
    await addPaper(ctx, tx, { account, same, laid, actor })
    await of.also?.(tx)
    return { documentId: facts.id }
  })
}

export type LaidPaper = {
  readonly facts: DocumentFacts
  /** Canonical: what is signed. */
  readonly text: string
  readonly digest: Buffer
  readonly size: number
}

/** Prints it; its bytes are on the disk when this answers, and nothing names them yet. */
export async function layPaper(
  ctx: PaperContext,
  { facts, sheet }: { readonly facts: DocumentFacts; readonly sheet: Sheet },
): Promise<LaidPaper> {
  const bytes = await ctx.printer.print(sheet)
  const digest = createHash('sha256').update(bytes).digest()
  await ctx.files.put(digest, bytes)
  return { facts, text: canonicalJson(facts), digest, size: bytes.length }
}

/** Its row, its code, and a line in the audit of the account, whose row is held. */
export async function addPaper(
  ctx: ServicingContext,
  tx: Tx,
  of: {
    readonly account: LockedAccount
    readonly same: SamePaper
    readonly laid: LaidPaper
    readonly actor: AccountAuditEntry['actor']
  },
): Promise<LockedAccount> {
  const { account, same, laid, actor } = of
  const { facts, text, digest, size } = laid
  const { id, code, madeAt, kind } = facts
  await insertDocument(tx, ctx.vault, {
    ...{ ...same, id, code, digest, size, facts: text },
    onDate: kind === 'statement' ? facts.on : facts.writtenOn,
    correction: kind === 'statement' ? (facts.corrects?.number ?? 0) : 0,
    signature: ctx.vault.sign(text),
    createdAt: madeAt,
  })
  await claimNumbers(tx, ctx.vault, [{ kind: 'letter', number: code, accountId: same.accountId }])
  return appendAccountAudit(tx, ctx.vault, {
    account,
    entry: {
      at: madeAt,
      requestId: ctx.requestId,
      actor,
      action: 'document printed',
      details: { documentId: id, kind, digest: digest.toString('hex') },
    },
  })
}
