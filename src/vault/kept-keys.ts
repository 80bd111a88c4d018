// Keys that a demo makes for itself, in a file that only its owner reads.
import { randomUUID } from 'node:crypto'
import { access, link, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateKeys } from './keys.ts'

/** The file of keys beside the demo's database, made at the first call. */
export async function keptKeysFile(home: string): Promise<string> {
  const file = join(home, 'keys.json')
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (!isThere) await make(file, home)
  return file
}

// Whole or not at all, and of two processes that begin at once the first one's.
async function make(file: string, home: string): Promise<void> {
  await mkdir(home, { recursive: true })
  const made = join(home, `keys-${randomUUID()}.new`)
  await writeFile(made, generateKeys(), { mode: 0o600 })
  try {
    await link(made, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(made)
  }
}
