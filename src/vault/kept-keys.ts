// Keys that a demo makes for itself, in a file that only its owner reads.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeys } from './keys.ts'

/** The keys beside the demo's database, made at the first call. */
export async function keptKeys(home: string): Promise<string> {
  const file = join(home, 'keys.json')
  try {
    return await readFile(file, 'utf8')
  } catch {
    const made = generateKeys()
    await mkdir(home, { recursive: true })
    await writeFile(file, made, { mode: 0o600, flag: 'wx' })
    return made
  }
}
