// A real SFTP server over a folder of the test's own: ssh2's server, our disk.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2, { type Connection, type SFTPWrapper, type Stats } from 'ssh2'

const { Server, utils } = ssh2
const { OPEN_MODE, STATUS_CODE } = utils.sftp

export type SftpServer = Awaited<ReturnType<typeof sftpServer>>

/** One user, `lender`, by one key; folders `out` and `in`. `cutAfter` ends a connection in a write. */
export async function sftpServer() {
  const folder = await mkdtemp(join(tmpdir(), 'keyturn-sftp-'))
  await mkdir(join(folder, 'out'))
  await mkdir(join(folder, 'in'))
  const host = readableKeys()
  const user = readableKeys()
  const keyFile = join(folder, 'key')
  await writeFile(keyFile, user.private, { mode: 0o600 })
  const state = { cutAfterWrites: Number.POSITIVE_INFINITY }
  const server = new Server({ hostKeys: [host.private] }, (client) =>
    serve(client, { folder, state, userKey: parsed(user.public) }),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const digest = createHash('sha256').update(parsed(host.public)).digest('base64')
  const { port } = server.address() as AddressInfo
  return {
    folder,
    state,
    place: {
      ...{ host: '127.0.0.1', port, user: 'lender', keyFile, out: 'out', in: 'in' },
      hostKey: `SHA256:${digest.replace(/=+$/, '')}`,
    },
    close: async () => {
      await new Promise((closed) => server.close(closed))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Served = {
  readonly folder: string
  readonly state: { cutAfterWrites: number }
  readonly userKey: Buffer
}

// ssh2 strips leading zero bytes of a new key, so one pair in 128 cannot be read (its issue 1513).
function readableKeys() {
  for (;;) {
    const pair = utils.generateKeyPairSync('ed25519')
    const halves = [pair.private, pair.public].map((half) => utils.parseKey(half))
    if (!halves.some((half) => half instanceof Error)) return pair
  }
}

function parsed(key: string): Buffer {
  const found = utils.parseKey(key)
  if (found instanceof Error) throw found
  return found.getPublicSSH()
}

function serve(client: Connection, served: Served): void {
  client.on('error', () => undefined)
  client.on('authentication', (asked) => {
    const isUser = asked.username === 'lender' && asked.method === 'publickey'
    if (!isUser || !asked.key.data.equals(served.userKey)) return asked.reject(['publickey'])
    asked.accept()
  })
  client.on('ready', () =>
    client.on('session', (accept) =>
      accept().on('sftp', (open) => answer(open(), { client, ...served })),
    ),
  )
}

function answer(sftp: SFTPWrapper, served: Served & { client: Connection }): void {
  const place = (name: string) => join(served.folder, name)
  const status = (id: number, work: Promise<unknown>) =>
    void work.then(
      () => sftp.status(id, STATUS_CODE.OK),
      (error: NodeJS.ErrnoException) => sftp.status(id, codeOf(error)),
    )
  sftp.on('REALPATH', (id, path) =>
    sftp.name(id, [{ filename: path, longname: path, attrs: {} as Stats }]),
  )
  const attributes = (id: number, path: string) =>
    void stat(place(path)).then(
      (found) => sftp.attrs(id, attrsOf(found)),
      (error: NodeJS.ErrnoException) => sftp.status(id, codeOf(error)),
    )
  sftp.on('STAT', attributes)
  sftp.on('LSTAT', attributes)
  sftp.on('MKDIR', (id, path) => status(id, mkdir(place(path))))
  sftp.on('RENAME', (id, from, to) =>
    status(
      id,
      // As version 3 of the protocol has it: never over a file that is there.
      stat(place(to)).then(
        () => Promise.reject(new Error('there already')),
        () => rename(place(from), place(to)),
      ),
    ),
  )
  answerFiles(sftp, { ...served, place, codeOf })
  answerFolders(sftp, place)
}

function answerFiles(
  sftp: SFTPWrapper,
  of: Served & { client: Connection; place: (name: string) => string; codeOf: typeof codeOf },
): void {
  let writes = 0
  sftp.on('OPEN', (id, path, flags) => {
    try {
      const file = openSync(of.place(path), flags & OPEN_MODE.WRITE ? 'w' : 'r')
      sftp.handle(id, handleOf(file))
    } catch (error) {
      sftp.status(id, codeOf(error as NodeJS.ErrnoException))
    }
  })
  sftp.on('WRITE', (id, handle, offset, data) => {
    writes += 1
    if (writes > of.state.cutAfterWrites) return void of.client.end()
    writeSync(handle.readUInt32BE(0), data, 0, data.length, offset)
    sftp.status(id, STATUS_CODE.OK)
  })
  sftp.on('READ', (id, handle, offset, length) => {
    const buffer = Buffer.alloc(length)
    const read = readSync(handle.readUInt32BE(0), buffer, 0, length, offset)
    if (read === 0) return void sftp.status(id, STATUS_CODE.EOF)
    sftp.data(id, buffer.subarray(0, read))
  })
  sftp.on('FSTAT', (id, handle) => sftp.attrs(id, { size: handle.readUInt32BE(0) } as Stats))
  sftp.on('CLOSE', (id, handle) => {
    if (handle.length === 4) closeSync(handle.readUInt32BE(0))
    sftp.status(id, STATUS_CODE.OK)
  })
}

function answerFolders(sftp: SFTPWrapper, place: (name: string) => string): void {
  const read = new Set<string>()
  sftp.on('OPENDIR', (id, path) => sftp.handle(id, Buffer.from(`folder:${path}`)))
  sftp.on('READDIR', (id, handle) => {
    const key = handle.toString()
    if (read.has(key)) {
      read.delete(key)
      return void sftp.status(id, STATUS_CODE.EOF)
    }
    read.add(key)
    const path = key.slice('folder:'.length)
    void namesOf(place(path)).then((names) => sftp.name(id, names))
  })
}

async function namesOf(folder: string) {
  const names = await readdir(folder)
  return Promise.all(
    names.map(async (filename) => {
      const found = await stat(join(folder, filename))
      const longname = `${found.isDirectory() ? 'd' : '-'}rw------- 1 u g 0 Nov 24 12:00 ${filename}`
      return { filename, longname, attrs: attrsOf(found) }
    }),
  )
}

function handleOf(file: number): Buffer {
  const handle = Buffer.alloc(4)
  handle.writeUInt32BE(file)
  return handle
}

function attrsOf(found: Awaited<ReturnType<typeof stat>>): Stats {
  const { mode, uid, gid, size } = found
  const time = { atime: 0, mtime: 0 }
  return {
    mode: Number(mode),
    uid: Number(uid),
    gid: Number(gid),
    size: Number(size),
    ...time,
  } as Stats
}

function codeOf(error: NodeJS.ErrnoException): number {
  return error.code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE
}
