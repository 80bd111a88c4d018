import type { Passkey } from '#src/store/logins/passkeys.ts'
import type { Fact } from '#src/ui/figures/fact-list.tsx'
import type { Reader } from '../reader.ts'

/** A passkey by its name: since when it is there, and when it was last used. */
export function passkeyFact(passkey: Passkey, reader: Reader): Fact {
  const w = reader.words.passkeys
  const { name, createdAt, lastUsedAt, backedUp } = passkey
  const used = lastUsedAt === null ? w.unused : w.used(reader.moment(lastUsedAt))
  return {
    mark: { icon: 'fingerprint-pattern' },
    title: name,
    detail: [w.since(reader.day(createdAt)), used, ...(backedUp ? [w.shared] : [])].join('. '),
  }
}
