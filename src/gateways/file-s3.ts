// Files in a bucket of a store with the shape of S3: ab/cd/abcd…, as in a folder. Each request is
// signed (AWS Signature Version 4) over the SHA-256 of its bytes, so that what arrives changed is
// refused there, and what comes back changed is refused here.
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import type { Files } from './files.ts'

export type S3Place = {
  /** Bucket and folder: "https://s3.us-east-1.amazonaws.com/lender-papers/keyturn". */
  readonly url: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

const ANSWER_WITHIN_MS = 20_000
const MOST_BYTES = 100_000_000

export function fileS3(place: S3Place, { withinMs = ANSWER_WITHIN_MS } = {}): Files {
  const ask = asking(place, withinMs)
  return {
    put: async (digest, bytes) => {
      if (await isThere(ask, digest, bytes.length)) return
      await done(await ask('PUT', digest, bytes))
      // A store that says yes and keeps something else is found before the row commits.
      if (!(await isThere(ask, digest, bytes.length)))
        throw new Error(`the store of files did not keep ${nameOf(digest)}`)
    },
    get: async (digest) => {
      const answer = await ask('GET', digest)
      if (!answer.ok) return refuse(answer)
      const bytes = await bytesOf(answer)
      if (!createHash('sha256').update(bytes).digest().equals(digest))
        throw new Error(`the file ${nameOf(digest)} was changed`)
      return bytes
    },
  }
}

type Ask = (
  method: 'GET' | 'HEAD' | 'PUT',
  digest: Uint8Array,
  bytes?: Uint8Array,
) => Promise<Response>

const NO_BYTES = createHash('sha256').digest('hex')

function asking({ url, region, keyId, secret }: S3Place, withinMs: number): Ask {
  const client = new AwsClient({
    ...{ accessKeyId: keyId, secretAccessKey: secret },
    ...{ service: 's3', region, retries: 0 },
  })
  const root = url.replace(/\/+$/, '')
  return async (method, digest, bytes) => {
    const name = nameOf(digest)
    const hash = bytes ? createHash('sha256').update(bytes).digest('hex') : NO_BYTES
    const signed = await client.sign(`${root}/${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`, {
      method,
      headers: { 'x-amz-content-sha256': hash },
      ...(bytes && { body: Uint8Array.from(bytes) }),
    })
    // Where a bucket lies is told beforehand: no other host gets a signature.
    return fetch(signed, { redirect: 'error', signal: AbortSignal.timeout(withinMs) })
  }
}

/** Half a file that is there counts as none: it is written anew. */
async function isThere(ask: Ask, digest: Uint8Array, size: number): Promise<boolean> {
  const answer = await ask('HEAD', digest)
  if (answer.status === 404) return false
  if (!answer.ok) return refuse(answer)
  return answer.headers.get('content-length') === String(size)
}

async function done(answer: Response): Promise<void> {
  if (!answer.ok) return refuse(answer)
  await answer.body?.cancel()
}

/** Not its body: it may repeat what was signed. */
async function refuse(answer: Response): Promise<never> {
  await answer.body?.cancel()
  throw new Error(`the store of files answered ${answer.status}`)
}

async function bytesOf(answer: Response): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.byteLength
    if (size > MOST_BYTES) throw new Error('the store of files answered too much')
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function nameOf(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex')
}
