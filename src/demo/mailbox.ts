// What a demo sends, kept in files of its home instead: one for each message, so that the worker
// writes and the desk shows them from processes of their own.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Messenger } from '#src/gateways/messenger.ts'
import type { KeptMessage } from './kept-message.ts'

const MOST_SHOWN = 50

/** The messenger of a demo, and what it was given last. */
export function openMailbox(home: string): {
  readonly messenger: Messenger
  readonly read: () => Promise<KeptMessage[]>
} {
  const folder = join(home, 'mailbox')
  const keep = (message: KeptMessage) => write(folder, message)
  const now = () => new Date().toISOString()
  return {
    messenger: {
      sendMail: (mail) => keep({ ...mail, kind: 'mail', at: now() }),
      sendText: (text) => keep({ ...text, kind: 'text', at: now(), subject: null }),
    },
    read: () => newest(folder),
  }
}

// Under another name first: a reader never meets half a message.
async function write(folder: string, message: KeptMessage): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${message.id}.json`)
  await writeFile(`${file}.new`, JSON.stringify(message), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Ids grow with time. */
async function newest(folder: string): Promise<KeptMessage[]> {
  const names = await readdir(folder).catch(() => [])
  const shown = names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
    .slice(0, MOST_SHOWN)
  const texts = await Promise.all(shown.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => JSON.parse(text))
}
