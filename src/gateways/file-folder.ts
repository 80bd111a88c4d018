// Files in a folder of this machine, or one that several machines share: ab/cd/abcd….
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from './files.ts'

const OWNER_ONLY = { file: 0o600, folder: 0o700 }

export function fileFolder(folder: string): Files {
  const placeOf = (digest: Uint8Array) => {
    const name = Buffer.from(digest).toString('hex')
    return join(folder, name.slice(0, 2), name.slice(2, 4), name)
  }
  return {
    put: async (digest, bytes) => {
      const place = placeOf(digest)
      if (await exists(place)) return
      await mkdir(dirname(place), { recursive: true, mode: OWNER_ONLY.folder })
      await writeWhole(place, bytes)
    },
    get: async (digest) => {
      const bytes = await readFile(placeOf(digest))
      if (!createHash('sha256').update(bytes).digest().equals(digest))
        throw new Error(`the file ${Buffer.from(digest).toString('hex')} was changed`)
      return bytes
    },
  }
}

/** Under a name of its own until it is on the disk: two writers of the same bytes do no harm. */
async function writeWhole(place: string, bytes: Uint8Array): Promise<void> {
  const part = `${place}.${randomUUID()}.part`
  const file = await open(part, 'wx', OWNER_ONLY.file)
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(part, place)
  } catch (error) {
    await file.close().catch(() => undefined)
    await rm(part, { force: true })
    throw error
  }
  await syncFolder(dirname(place))
}

/** So that the new name outlives a loss of power; not every system lets a folder be opened. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  )
}
