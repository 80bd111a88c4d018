// The signed daily list of chain heads, one JSON value a line: a heading, a line for each chain,
// and last the number of chains, the SHA-256 of all lines above, and an Ed25519 signature over it.
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import type { Vault } from '#src/vault/vault.ts'

export type ListedHead = {
  readonly kind: 'account-event' | 'account-audit' | 'access-audit'
  readonly key: string
  readonly count: number
  readonly seal: Buffer
}

export type ListProblem = 'unfinished' | 'changed' | 'unknownKey'

const FORMAT = 'keyturn chain heads 1'
const LINES_A_PIECE = 500

const heading = z.object({ format: z.literal(FORMAT), day: z.string() })

const closing = z.strictObject({
  chains: z.int(),
  sha256: z.string(),
  key: z.string(),
  signature: z.string(),
})

const listed = z.tuple([
  z.enum(['account-event', 'account-audit', 'access-audit']),
  z.string(),
  z.int(),
  z.string(),
])

/** "chain-heads-2026-11-24.jsonl" */
export function headListName(day: CivilDate): string {
  return `chain-heads-${day}.jsonl`
}

export function isHeadListName(name: string): boolean {
  return dayOfHeadList(name) !== null
}

/** Null for any other file. */
export function dayOfHeadList(name: string): CivilDate | null {
  const [, day = ''] = /^chain-heads-(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name) ?? []
  return parseDate(day)
}

/** The text of a list, in pieces. */
export async function* writeHeadList(
  vault: Pick<Vault, 'sign'>,
  of: { readonly day: CivilDate; readonly at: string; readonly heads: AsyncIterable<ListedHead> },
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  let chains = 0
  let piece = line({ format: FORMAT, day: of.day, at: of.at })
  for await (const { kind, key, count, seal } of of.heads) {
    piece += line([kind, key, count, seal.toString('base64url')])
    chains += 1
    if (chains % LINES_A_PIECE > 0) continue
    yield piece
    piece = ''
  }
  const sha256 = hash.digest('hex')
  const { key, bytes } = vault.sign(signedText(sha256))
  const last = { chains, sha256, key, signature: bytes.toString('base64url') }
  yield `${piece}${JSON.stringify(last)}\n`
}

/**
 * What is wrong with a list as a file; null: it is whole, of the day that its name says, and signed
 * with a key of ours.
 */
export async function checkHeadList(
  vault: Pick<Vault, 'isSigned'>,
  list: { readonly name: string; readonly lines: AsyncIterable<string> },
): Promise<ListProblem | null> {
  const hash = createHash('sha256')
  let first: string | null = null
  let last: string | null = null
  for await (const line of list.lines) {
    first ??= line
    if (last !== null) hash.update(`${last}\n`)
    last = line
  }
  const parsed = closing.safeParse(jsonOf(last ?? ''))
  if (!parsed.success) return 'unfinished'
  const head = heading.safeParse(jsonOf(first ?? ''))
  if (!head.success || list.name !== `chain-heads-${head.data.day}.jsonl`) return 'changed'
  const { sha256, key, signature } = parsed.data
  if (hash.digest('hex') !== sha256) return 'changed'
  const bytes = Buffer.from(signature, 'base64url')
  return vault.isSigned(signedText(sha256), { key, bytes }) ? null : 'unknownKey'
}

/** The heads of a list that was checked. */
export async function* readHeadList(lines: AsyncIterable<string>): AsyncGenerator<ListedHead> {
  for await (const line of lines) {
    if (!line.startsWith('[')) continue
    const [kind, key, count, seal] = listed.parse(JSON.parse(line))
    yield { kind, key, count, seal: Buffer.from(seal, 'base64url') }
  }
}

function signedText(sha256: string): string {
  return `${FORMAT} ${sha256}`
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
