// A store with the shape of S3 on a loopback port. It checks each signature by the published steps
// of AWS Signature Version 4, written here with Node's own hashes and nothing of the client's.
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type S3Server = Awaited<ReturnType<typeof s3Server>>

/** What goes wrong with the next requests. */
type Mood = 'well' | 'silent' | 'down' | 'forgetful' | 'halving' | 'elsewhere' | 'cutting'

export async function s3Server() {
  const place = {
    ...{ region: 'us-east-1', keyId: 'AKIDEXAMPLE' },
    secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  }
  const objects = new Map<string, Buffer>()
  const refused: string[] = []
  let mood: Mood = 'well'
  let written = 0
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (mood === 'silent') return
      if (mood === 'down') return answer(response, 503)
      if (mood === 'elsewhere') return answer(response, 307, { location: 'http://127.0.0.1:9/' })
      const problem = problemOf(request, body, place)
      if (problem !== null) {
        refused.push(problem)
        return answer(response, 403)
      }
      const path = request.url ?? ''
      if (request.method === 'PUT') {
        written += 1
        if (mood === 'halving') objects.set(path, body.subarray(0, body.length / 2))
        else if (mood !== 'forgetful') objects.set(path, body)
        return answer(response, 200)
      }
      const found = objects.get(path)
      if (!found) return answer(response, 404)
      if (request.method === 'GET' && mood === 'cutting') {
        response.writeHead(200, { 'content-length': found.length })
        response.write(found.subarray(0, 10))
        return setImmediate(() => response.destroy())
      }
      response.writeHead(200, { 'content-length': found.length })
      response.end(request.method === 'GET' ? found : undefined)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    place: { ...place, url: `http://127.0.0.1:${port}/papers/keyturn/` },
    objects,
    /** Why requests were refused. */
    refused,
    written: () => written,
    feels: (how: Mood) => {
      mood = how
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    },
  }
}

function answer(response: ServerResponse, status: number, headers: Record<string, string> = {}) {
  response.writeHead(status, headers)
  response.end()
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

type Keys = { readonly region: string; readonly keyId: string; readonly secret: string }

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** Null: signed by who has the secret, over these very bytes, just now. */
function problemOf(request: IncomingMessage, body: Buffer, keys: Keys): string | null {
  const header = (name: string) => String(request.headers[name] ?? '')
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    )
  if (!match) return 'no signature'
  const [, keyId, day = '', region, signedHeaders = '', signature] = match
  if (keyId !== keys.keyId || region !== keys.region) return 'another key'
  const at = header('x-amz-date')
  const sent = at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (!(Math.abs(Date.parse(sent) - Date.now()) < 900_000) || !at.startsWith(day)) return 'late'
  const names = signedHeaders.split(';')
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name)))
    return 'a header is not signed'
  if (header('x-amz-content-sha256') !== sha256(body)) return 'other bytes'
  const canonical = [
    request.method,
    (request.url ?? '').split('?')[0],
    '',
    ...names.map((name) => `${name}:${header(name).trim()}`),
    '',
    signedHeaders,
    sha256(body),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  let key = hmac(`AWS4${keys.secret}`, day)
  for (const part of [keys.region, 's3', 'aws4_request']) key = hmac(key, part)
  return hmac(key, toSign).toString('hex') === signature ? null : 'wrong signature'
}
