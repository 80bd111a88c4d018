// `keyturn keys`: new keys, and everything sealed put under the newest.
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { type ResealSummary, reseal, valuesByKey } from '#src/servicing/keys/reseal.ts'
import { changeKeyFile } from '#src/vault/change-key-file.ts'
import { NOTICED_WITHIN_MS } from '#src/vault/key-file.ts'
import { addKey, parseKeys, removeSealingKey, retireSigningKey } from '#src/vault/keys.ts'
import { type Config, readConfig } from '../../config.ts'
import { type Keyturn, openKeyturn } from '../../main.ts'
import { keysFileOf } from '../../places.ts'
import { countedProgress } from './counted-progress.ts'
import { listKeys } from './list-keys.ts'

export function registerKeys(program: Command): void {
  const keys = program
    .command('keys')
    .description(
      'add, use and retire the keys that seal personal data and sign papers and the audit',
    )
    .addHelpText('after', HELP)
  keys
    .command('list')
    .description('the numbers of the keys, and the public keys of the signatures; no secrets')
    .action(async () => say(await listKeys(await keysFile())))
  keys
    .command('add')
    .description('add a sealing key, which seals from now on; the others still open')
    .option('--signing', 'a key for signatures instead')
    .action(async (options: { signing?: true }) => {
      const file = await keysFile()
      await changeKeyFile(file, (text) => withNewKey(text, options.signing ? 'sign' : 'seal'))
      say(await listKeys(file))
    })
  keys
    .command('reseal')
    .description('put everything that is sealed under the newest key; safe to stop and run again')
    .action(() => onBook(resealAll))
  keys
    .command('remove')
    .description('take a sealing key out of the file, once it seals nothing any more')
    .argument('<number>', 'its number', wholeNumber)
    .action((id: number) => onBook((keyturn, file) => remove(keyturn, { file, id })))
  keys
    .command('retire')
    .description('take the secret of an older signing key out; what it signed still checks')
    .argument('<number>', 'its number', wholeNumber)
    .action(async (id: number) => {
      const file = await keysFile()
      await changeKeyFile(file, (text) => retireSigningKey(text, id))
      say(await listKeys(file))
    })
}

const HELP = `
To change the key: keys add · copy the file to every machine · keys reseal · keys remove NUMBER.
To change the signing key: keys add --signing · copy the file · keys retire NUMBER.
Processes that run take a new key within ${NOTICED_WITHIN_MS / 1000} seconds.
Old backups of the database need the old keys: keep the file of that time with them.
docs/operating/KEYS.md says more.

Exit codes: 0 done · 1 done in part, or refused: the reason is printed · 2 it could not run`

const keysFile = () => keysFileOf(readConfig(process.env))

function say(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''))
}

/** A file of an older release gets its first signing key with its next sealing key. */
function withNewKey(text: string, which: 'seal' | 'sign'): string {
  const next = addKey(text, which)
  return parseKeys(next).sign.length === 0 ? addKey(next, 'sign') : next
}

async function onBook(work: (keyturn: Keyturn, file: string) => Promise<number>): Promise<void> {
  const config: Config = readConfig(process.env)
  const keyturn = await openKeyturn(config)
  try {
    process.exitCode = await work(keyturn, await keysFileOf(config))
  } finally {
    await keyturn.close()
  }
}

async function resealAll(keyturn: Keyturn): Promise<number> {
  // A portal that has not noticed the newest key yet could seal behind us with the one before.
  await pause(2 * NOTICED_WITHIN_MS)
  const progress = countedProgress('values')
  try {
    const summary = await reseal(keyturn, { progress: progress.show })
    say(summaryOf(summary, await keysFile().then(idsIn)))
    return summary.left.size === 0 ? 0 : 1
  } finally {
    progress.stop()
  }
}

async function idsIn(file: string): Promise<number[]> {
  return parseKeys(await readFile(file, 'utf8')).seal.map(({ id }) => id)
}

function summaryOf(summary: ResealSummary, ids: readonly number[]): string[] {
  const { newest, resealed, unopened, left } = summary
  const again = unopened.length === 0 ? ': run this again' : ''
  const free = ids.filter((id) => id !== newest && !left.has(id))
  return [
    `${resealed.toLocaleString('en-US')} values put under key ${newest}`,
    ...unopened.map((row) => `cannot be opened with the keys of the file: ${row}`),
    ...[...left].map(([key, count]) => `key ${key} still seals ${count} values${again}`),
    ...free.map((key) => `key ${key} seals nothing any more: keyturn keys remove ${key}`),
  ]
}

async function remove(keyturn: Keyturn, of: { file: string; id: number }): Promise<number> {
  const count = (await valuesByKey(keyturn)).get(of.id) ?? 0
  if (count > 0) {
    say([`key ${of.id} still seals ${count} values: run keyturn keys reseal first`])
    return 1
  }
  await changeKeyFile(of.file, (text) => removeSealingKey(text, of.id))
  say(await listKeys(of.file))
  return 0
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}
