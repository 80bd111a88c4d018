import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Passwords } from './database-urls.ts'
import { EmbeddedServerError, errorCode } from './embedded-server-error.ts'
import type { Placement } from './placement.ts'

/** The passwords of the cluster's three roles, made once and kept readable to this user alone. */
export async function keepPasswords({ home, data }: Placement): Promise<Passwords> {
  const file = passwordFile(home)
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') {
      throw new EmbeddedServerError(`The database passwords in ${file} cannot be read.`, {
        cause: error,
      })
    }
  }
  if (await stat(data).catch(() => undefined)) {
    throw new EmbeddedServerError(
      `The database in ${data} is there, but its passwords are gone (${file}). Put the file back, ` +
        'or move the data directory away to start with an empty database.',
    )
  }
  const passwords = { superuser: password(), owner: password(), app: password() }
  await writeFile(`${file}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
  return passwords
}

export async function forgetPasswords(home: string): Promise<void> {
  await rm(passwordFile(home), { force: true })
}

function passwordFile(home: string): string {
  return join(home, 'embedded-passwords.json')
}

function password(): string {
  return randomBytes(24).toString('base64url')
}
