// Where the files of an installation are, by its settings.
import { resolve } from 'node:path'
import { type Config, ConfigError } from './config.ts'
import { keptKeysFile } from './vault/kept-keys.ts'

/** Where a demo keeps its database, keys and files. */
export function homeOf({ home }: Config): string {
  return home ?? resolve(import.meta.dirname, '../.keyturn')
}

/** The keys of the settings; a demo makes its own once and keeps them in its home. */
export async function keysFileOf(config: Config): Promise<string> {
  if (config.keysFile !== null) return config.keysFile
  if (config.mode === 'production')
    throw new ConfigError(
      'KEYTURN_KEYS_FILE: production needs a file of keys; see docs/operating/KEYS.md',
    )
  return keptKeysFile(homeOf(config))
}

/** Where the signed lists of chain heads go. */
export function auditFolderOf(config: Config): string {
  return config.auditFolder ?? resolve(homeOf(config), 'audit')
}

/** Where the bytes of papers are kept, under their digests. */
export function filesFolderOf(config: Config): string {
  return config.filesFolder ?? resolve(homeOf(config), 'files')
}
