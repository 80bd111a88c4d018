import { Note } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'

/** For who signs in after something was lost: what to add in its place. */
export function LostNote({ reader }: { reader: Reader }) {
  const { lostFactor: w } = reader.words.provenChanges
  return (
    <Note tone="ok" role="status">
      {w.addNew} <a href="/security/passkeys">{w.addPasskey}</a> {w.addOr}{' '}
      <a href="/security/authenticator">{w.addApp}</a>.
    </Note>
  )
}
