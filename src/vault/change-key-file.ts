// Replaces the key file as a whole: whoever reads it meanwhile has the old one or the new one.
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { VaultKeysError } from './keys.ts'

/** One change at a time: a second one is refused while the first is under way. */
export async function changeKeyFile(path: string, change: (text: string) => string): Promise<void> {
  // A link stays a link.
  const file = await realpath(path)
  const next = `${file}.new`
  const { mode } = await stat(file)
  const handle = await open(next, 'wx', mode & 0o777).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    throw new VaultKeysError(
      `${next} is there: another change is under way, or was interrupted. Remove it in that case.`,
    )
  })
  try {
    await handle.writeFile(change(await readFile(file, 'utf8')))
    await handle.sync()
    await handle.close()
    await rename(next, file)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(next, { force: true })
    throw error
  }
}
