// What every unsafe request passes before any handler, on either host: its kind, the page it came
// from, its size and the hidden token of its session (ASVS 5.0 V3.5.1, V3.5.3).
import type { Context } from 'hono'
import { type FormSession, isFormToken } from '#src/identity/forms/form-token.ts'
import { isFromOwnPage } from '#src/identity/forms/request-origin.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { PostedForm, Typed } from './form.ts'
import { readFileFields, wholePartsOf } from './uploaded-file.ts'

/** Far above any form of ours, far below what would hurt. */
const mostBytes = 32_768
const mostFields = 100

/** Of a file that is too large, beyond its limit. */
const MOST_READ_BEYOND = 20_000_000

const cutOff = Symbol('cut off')

export type FormHost = {
  readonly vault: Vault
  /** The only origin whose pages may send a form here. */
  readonly ownOrigin: string
  /** The session of this request; null where there is none that is open. */
  readonly session: FormSession | null
  /**
   * Paths whose handlers look at `state`: a form from a session that is over is shown again there,
   * never acted on.
   */
  readonly sessionless: ReadonlySet<string>
  /** How large the one file of a form at this path may be; null: it carries none. */
  readonly fileLimit?: (path: string) => number | null
}

/** `cutOff`: whoever sent it has gone. */
export type FormRefusal = 'wrongMethod' | 'origin' | 'wrongKind' | 'tooLarge' | 'token' | 'cutOff'

export type JudgedForm =
  | { readonly ok: true; readonly form: PostedForm }
  | { readonly ok: false; readonly reason: FormRefusal }

/** GET and HEAD change nothing and carry no form. */
export function isSafeMethod(c: Context): boolean {
  return c.req.method === 'GET' || c.req.method === 'HEAD'
}

/** Ask for every request that is not safe. */
export async function judgeForm(c: Context, host: FormHost): Promise<JudgedForm> {
  if (c.req.method !== 'POST') return refuse('wrongMethod')
  if (!isFromOwnPage(originOf(c), host.ownOrigin)) return refuse('origin')
  const limit = host.fileLimit?.(c.req.path) ?? null
  const takesFile = limit !== null
  if (kindOf(c) !== (takesFile ? FILE_FORM : PLAIN_FORM)) return refuse('wrongKind')
  const { session } = host
  // Nothing large is read for somebody who has no session.
  if (takesFile && session === null) return refuse('token')
  const body = await readBody(c, mostOf(limit))
  if (body === cutOff) return refuse('cutOff')
  if (!body.isWhole && !takesFile) return refuse('tooLarge')
  const read = takesFile ? await fileFields(c, body) : plainFields(body.bytes)
  if (read === null) return refuse(takesFile ? 'wrongKind' : 'tooLarge')
  if (session === null)
    return host.sessionless.has(c.req.path)
      ? { ok: true, form: { ...read, state: 'stale' } }
      : refuse('token')
  const isOwn = isFormToken(host.vault, session, read.typed.token ?? '')
  return isOwn ? { ok: true, form: { ...read, state: 'verified' } } : refuse('token')
}

const PLAIN_FORM = 'application/x-www-form-urlencoded'
const FILE_FORM = 'multipart/form-data'

function refuse(reason: FormRefusal): JudgedForm {
  return { ok: false, reason }
}

function originOf(c: Context) {
  return {
    origin: c.req.header('origin') ?? null,
    fetchSite: c.req.header('sec-fetch-site') ?? null,
  }
}

function kindOf(c: Context): string | undefined {
  return (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase()
}

type Most = { readonly kept: number; readonly read: number }

/** A file that is too large is read to its end, so that its sender hears why it was refused. */
function mostOf(limit: number | null): Most {
  if (limit === null) return { kept: mostBytes, read: mostBytes }
  return { kept: limit + mostBytes, read: limit + MOST_READ_BEYOND }
}

/** Not whole: it was too large, and only its beginning is here. */
type Body = { readonly bytes: Buffer; readonly isWhole: boolean }

/** Counts what comes, whatever the headers say; `cutOff` when whoever sent it has gone. */
async function readBody(c: Context, most: Most): Promise<Body | typeof cutOff> {
  const isHuge = Number(c.req.header('content-length') ?? 0) > most.read
  let chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      if (size <= most.kept) chunks.push(chunk)
      size += chunk.byteLength
      if (size > most.kept && chunks.length > 1) chunks = [beginningOf(chunks)]
      if (size > most.read || (isHuge && size >= mostBytes)) break
    }
  } catch {
    return cutOff
  }
  if (size > most.kept || isHuge) return { bytes: beginningOf(chunks), isWhole: false }
  return { bytes: Buffer.concat(chunks), isWhole: true }
}

/** The fields of every form of ours stand before its file, and fit in here. */
function beginningOf(chunks: readonly Uint8Array[]): Buffer {
  return Buffer.from(Buffer.concat(chunks).subarray(0, mostBytes))
}

/** Of a file that is too large the form's other fields, so that nothing typed is lost. */
async function fileFields(c: Context, { bytes, isWhole }: Body) {
  if (isWhole) return readFileFields(c, bytes)
  const read = await readFileFields(c, wholePartsOf(c, bytes))
  return read && { typed: read.typed, file: 'tooLarge' as const }
}

function plainFields(body: Uint8Array): { typed: Typed } | null {
  const typed: Record<string, string> = Object.create(null)
  let count = 0
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(body))) {
    count += 1
    if (count > mostFields) return null
    typed[name] ??= value
  }
  return { typed }
}
