// The bank as a folder of this machine, or one that something else carries to the bank: `out` for
// our files, `in` for its own.
import { createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Bank, isWhole, plainName, TAKEN, UNFINISHED } from './bank.ts'

const OWNER_ONLY = { file: 0o600, folder: 0o700 }

export function bankFolder(folder: string): Bank {
  const out = join(folder, 'out')
  const arriving = join(folder, 'in')
  const taken = join(arriving, TAKEN)
  return {
    deliver: async (name, bytes) => {
      const place = join(out, plainName(name))
      if (await exists(place)) return
      await made(out)
      await writeWhole(place, bytes)
      await sync(out)
    },
    incoming: async () => {
      await made(arriving)
      const found = await readdir(arriving, { withFileTypes: true })
      return found
        .filter((entry) => entry.isFile() && isWhole(entry.name))
        .map(({ name }) => name)
        .sort()
    },
    fetch: (name) => readFile(join(arriving, plainName(name))),
    markTaken: async (name) => {
      const from = join(arriving, plainName(name))
      if (!(await exists(from))) return
      await made(taken)
      await rename(from, join(taken, name))
    },
  }
}

/** Under another name until it is on the disk, so that nobody picks up half a file. */
async function writeWhole(place: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${place}${UNFINISHED}`
  const file = createWriteStream(part, { mode: OWNER_ONLY.file, flush: true })
  try {
    await pipeline(Readable.from(bytes), file)
    await rename(part, place)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function made(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder })
}

function exists(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  )
}

/** So that the new name outlives a loss of power; not every system lets a folder be opened. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}
