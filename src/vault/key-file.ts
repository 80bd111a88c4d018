// The key file as a vault that follows it: a key that was added while the portal runs is known to
// it before anything sealed with that key has to be opened.
import { readFileSync, statSync } from 'node:fs'
import { parseKeys, type VaultKeys, VaultKeysError } from './keys.ts'
import { createVault, equal, sealingKeyOf, type Vault } from './vault.ts'

/** How long a process may go on sealing with the key before the newest. */
export const NOTICED_WITHIN_MS = 2_000

/** Throws `VaultKeysError` where the file cannot be used. */
export function vaultOfFile(path: string): Vault {
  let known = load(path)
  let lookedAt = performance.now()
  const look = () => {
    lookedAt = performance.now()
    known = reloaded(path, known)
  }
  return {
    seal: (text, context) => {
      if (performance.now() - lookedAt > NOTICED_WITHIN_MS) look()
      return known.vault.seal(text, context)
    },
    open: (sealed, context) => {
      const id = sealingKeyOf(sealed)
      if (id !== null && !known.keys.seal.some((key) => key.id === id)) look()
      return known.vault.open(sealed, context)
    },
    mac: (purpose, ...parts) => known.vault.mac(purpose, ...parts),
    newestKey: () => known.vault.newestKey(),
    sign: (text) => {
      look()
      return known.vault.sign(text)
    },
    isSigned: (text, signature) => {
      // Another process may sign with a key that was added since.
      if (!known.vault.publicKeys().includes(signature.key)) look()
      return known.vault.isSigned(text, signature)
    },
    publicKeys: () => {
      look()
      return known.vault.publicKeys()
    },
  }
}

type Loaded = { readonly version: string; readonly keys: VaultKeys; readonly vault: Vault }

function load(path: string): Loaded {
  const version = versionOf(path)
  const keys = parseKeys(readFileSync(path, 'utf8'))
  return { version, keys, vault: createVault(keys) }
}

// Two changes can share a moment of the file system's clock; then the file is another one.
function versionOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path)
  return [ino, size, mtimeMs].join(' ')
}

// A portal that runs does not fall over a file that is being replaced or was spoiled: it goes on
// with the keys it has, and the next start says what is wrong.
function reloaded(path: string, known: Loaded): Loaded {
  try {
    if (versionOf(path) === known.version) return known
    const next = load(path)
    return equal(next.keys.mac, known.keys.mac) ? next : known
  } catch (error) {
    if (error instanceof VaultKeysError || isFileError(error)) return known
    throw error
  }
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
