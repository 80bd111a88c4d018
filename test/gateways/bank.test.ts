import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Bank } from '#src/gateways/bank.ts'
import { bankFolder } from '#src/gateways/bank-folder.ts'
import { bankSftp } from '#src/gateways/bank-sftp.ts'
import { type SftpServer, sftpServer } from '#test/support/sftp-server.ts'

let sftp: SftpServer
let folder: string
before(async () => {
  sftp = await sftpServer()
  folder = await mkdtemp(join(tmpdir(), 'keyturn-bank-'))
})
after(async () => {
  await sftp.close()
  await rm(folder, { recursive: true, force: true })
})

async function* bytes(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

async function* broken() {
  yield Buffer.from('half')
  throw new Error('the power went')
}

const WAYS: [string, () => Bank, () => string][] = [
  ['a folder', () => bankFolder(folder), () => folder],
  ['an SFTP server', () => bankSftp(sftp.place), () => sftp.folder],
]

for (const [name, bank, root] of WAYS) {
  test(`${name} gets a file whole, and once`, async () => {
    await bank().deliver('EMF-1.ach', bytes('first ', 'file'))
    await bank().deliver('EMF-1.ach', bytes('first ', 'file'))
    assert.deepEqual(await readdir(join(root(), 'out')), ['EMF-1.ach'])
    assert.equal(await readFile(join(root(), 'out', 'EMF-1.ach'), 'utf8'), 'first file')
  })

  test(`${name} shows no file that broke off, and takes it at the next try`, async () => {
    await assert.rejects(bank().deliver('EMF-2.ach', broken()), /the power went/)
    assert.ok(!(await readdir(join(root(), 'out'))).includes('EMF-2.ach'))
    await bank().deliver('EMF-2.ach', bytes('whole'))
    assert.equal(await readFile(join(root(), 'out', 'EMF-2.ach'), 'utf8'), 'whole')
  })

  test(`${name} gives its files once each, whole ones only`, async () => {
    const arriving = join(root(), 'in')
    await mkdir(arriving, { recursive: true })
    await writeFile(join(arriving, 'returns-2.ach'), 'second')
    await writeFile(join(arriving, 'returns-1.ach'), 'first')
    await writeFile(join(arriving, 'returns-3.ach.part'), 'not yet')
    await writeFile(join(arriving, '.hidden'), 'no')
    assert.deepEqual(await bank().incoming(), ['returns-1.ach', 'returns-2.ach'])
    assert.equal(Buffer.from(await bank().fetch('returns-1.ach')).toString(), 'first')
    await bank().markTaken('returns-1.ach')
    await bank().markTaken('returns-1.ach')
    assert.deepEqual(await bank().incoming(), ['returns-2.ach'])
    assert.equal(await readFile(join(arriving, 'taken', 'returns-1.ach'), 'utf8'), 'first')
  })

  test(`${name} is never left by a file's name`, async () => {
    for (const path of ['../key', 'a/b', '..', '', '.ssh'])
      await assert.rejects(async () => bank().fetch(path), /not a plain file name/)
  })
}

test('a server with another host key gets nothing', async () => {
  const other = await sftpServer()
  try {
    const bank = bankSftp({ ...sftp.place, hostKey: other.place.hostKey })
    await assert.rejects(bank.deliver('EMF-3.ach', bytes('secret')), /[Hh]ost/)
    assert.ok(!(await readdir(join(sftp.folder, 'out'))).includes('EMF-3.ach'))
  } finally {
    await other.close()
  }
})

test('another key than the lender’s is let in nowhere', async () => {
  const other = await sftpServer()
  try {
    const bank = bankSftp({ ...sftp.place, keyFile: other.place.keyFile })
    await assert.rejects(bank.incoming(), /authentication/)
  } finally {
    await other.close()
  }
})

test('a connection that ends in the middle of a file leaves none under its name', async () => {
  const bank = bankSftp(sftp.place)
  sftp.state.cutAfterWrites = 2
  const line = 'x'.repeat(60_000)
  try {
    await assert.rejects(bank.deliver('EMF-4.ach', bytes(line, line, line, line, line)))
  } finally {
    sftp.state.cutAfterWrites = Number.POSITIVE_INFINITY
  }
  assert.ok(!(await readdir(join(sftp.folder, 'out'))).includes('EMF-4.ach'))
  await bank.deliver('EMF-4.ach', bytes(line, line))
  assert.equal((await readFile(join(sftp.folder, 'out', 'EMF-4.ach'))).length, 120_000)
})
