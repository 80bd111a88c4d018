import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from './process-lock.ts'

/**
 * Who uses the running server: one file per use, named after the process. The last one to leave
 * stops the server, so a command that started it does not stop it under `keyturn start`.
 */
export async function joinMembers(home: string): Promise<string> {
  const member = `${process.pid}-${randomBytes(4).toString('hex')}`
  await mkdir(directory(home), { recursive: true, mode: 0o700 })
  await writeFile(join(directory(home), member), '')
  return member
}

/** Strikes the member off; true when nobody who is still alive is left. */
export async function leaveMembers(home: string, member: string): Promise<boolean> {
  await rm(join(directory(home), member), { force: true })
  const others = await readdir(directory(home)).catch(() => [])
  return !others.some((other) => isAlive(Number.parseInt(other, 10)))
}

/** Nobody uses a server that is about to be started. */
export async function clearMembers(home: string): Promise<void> {
  await rm(directory(home), { recursive: true, force: true })
}

function directory(home: string): string {
  return join(home, 'embedded-members')
}
