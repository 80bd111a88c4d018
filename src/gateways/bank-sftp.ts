// The bank's SFTP server. Its host key must be the one that the bank told us: a server that only
// has the same name gets nothing.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import SftpClient from 'ssh2-sftp-client'
import { type Bank, isWhole, plainName, TAKEN, UNFINISHED } from './bank.ts'

export type SftpPlace = {
  readonly host: string
  readonly port: number
  readonly user: string
  /** A private key without a passphrase, readable by this process alone. */
  readonly keyFile: string
  /** "SHA256:" and the digest of the server's key. */
  readonly hostKey: string
  readonly out: string
  readonly in: string
}

const ANSWER_WITHIN_MS = 30_000

/** One connection for each thing asked: files go once or twice a day. */
export function bankSftp(place: SftpPlace): Bank {
  const asking = <T>(ask: (client: SftpClient) => Promise<T>) => connected(place, ask)
  const there = (name: string) => `${place.in}/${plainName(name)}`
  return {
    deliver: (name, bytes) =>
      asking((client) => deliver(client, `${place.out}/${plainName(name)}`, bytes)),
    incoming: () =>
      asking(async (client) => {
        const found = await client.list(place.in)
        return found
          .filter((entry) => entry.type === '-' && isWhole(entry.name))
          .map(({ name }) => name)
          .sort()
      }),
    fetch: (name) => asking(async (client) => bytesOf(await client.get(there(name)))),
    markTaken: (name) =>
      asking(async (client) => {
        if (!(await client.exists(there(name)))) return
        const taken = `${place.in}/${TAKEN}`
        if (!(await client.exists(taken))) await client.mkdir(taken, true)
        await client.rename(there(name), `${taken}/${name}`)
      }),
  }
}

async function connected<T>(place: SftpPlace, ask: (client: SftpClient) => Promise<T>): Promise<T> {
  const client = new SftpClient('bank')
  const { host, port, user: username } = place
  try {
    await client.connect({
      host,
      port,
      username,
      privateKey: await readFile(place.keyFile),
      hostVerifier: (key: Buffer) => fingerprintOf(key) === place.hostKey.replace(/=+$/, ''),
      readyTimeout: ANSWER_WITHIN_MS,
      // A connection on which nobody answers any more ends by itself.
      keepaliveInterval: ANSWER_WITHIN_MS / 3,
      keepaliveCountMax: 3,
    })
    return await ask(client)
  } finally {
    await client.end()
  }
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

/** Under another name until it is whole. One that is there already is left to the bank. */
async function deliver(
  client: SftpClient,
  place: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  if (await client.exists(place)) return
  const part = `${place}${UNFINISHED}`
  await client.put(Readable.from(bytes), part)
  await client.rename(part, place)
}

function bytesOf(got: unknown): Buffer {
  if (!Buffer.isBuffer(got)) throw new Error('broken invariant: a file is fetched into memory')
  return got
}
