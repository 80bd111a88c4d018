import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import { readDocument } from '#src/store/documents/documents.ts'
import type { Owner, ServicingContext } from '../context.ts'

/** What proves a paper to somebody who has only our public key. */
export type SignedFacts = {
  /** Canonical JSON, to the byte as it was signed. */
  readonly facts: string
  /** Ed25519 over its UTF-8, base64url, and the public key that checks it. */
  readonly signature: string
  readonly key: string
  /** SHA-256 of the PDF, hex. */
  readonly pdf: string
}

/** Of one of the obligor's own papers. */
export async function readSignedFacts(
  ctx: ServicingContext,
  owner: Owner,
  id: string,
): Promise<Outcome<SignedFacts>> {
  const { accountId, obligorId } = owner
  const kept = await readDocument(ctx.db, ctx.vault, { accountId, obligorId, id })
  if (!kept) return refused({ code: 'documentNotFound' })
  const { facts, signature, digest } = kept
  const bytes = signature.bytes.toString('base64url')
  return accepted({ facts, signature: bytes, key: signature.key, pdf: digest.toString('hex') })
}
