// A folder outside the database, for files that are written once and read line by line.
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type KeptFolder = {
  /** In order of name; none where there is no folder. */
  readonly names: () => Promise<string[]>
  readonly has: (name: string) => Promise<boolean>
  /** Whole or not at all: it stands under its name only when it is on the disk. */
  readonly write: (name: string, text: AsyncIterable<string>) => Promise<void>
  readonly lines: (name: string) => AsyncIterable<string>
}

const OWNER_ONLY = { file: 0o600, folder: 0o700 }

export function keptFolder(folder: string): KeptFolder {
  const place = (name: string) => join(folder, name)
  return {
    names: async () => (await readdir(folder).catch(noneWhenMissing)).sort(),
    has: (name) =>
      access(place(name)).then(
        () => true,
        () => false,
      ),
    write: async (name, text) => {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY.folder })
      const part = place(`${name}.part`)
      const file = createWriteStream(part, { mode: OWNER_ONLY.file, flush: true })
      try {
        await pipeline(Readable.from(text), file)
        await rename(part, place(name))
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      await sync(folder)
    },
    lines: (name) => {
      const input = createReadStream(place(name))
      return createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
    },
  }
}

/** So that the new name outlives a loss of power; not every system lets a folder be opened. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

function noneWhenMissing(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}
