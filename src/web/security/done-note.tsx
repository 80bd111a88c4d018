import type { Methods } from '#src/identity/entry/ways.ts'
import { Note } from '#src/ui/note.tsx'
import type { WebContext } from '../request-context.ts'

/** What was just done, named in the address that a form leads to. */
export function DoneNote(props: { c: WebContext; methods: Methods }) {
  const { c, methods } = props
  const { security, secondFactors, protection } = c.get('words')
  const { app, removal } = secondFactors
  const sentences = {
    ended: security.sessions.ended,
    endedOthers: security.sessions.endedOthers,
    appAdded: app.added,
    appRemoved: removal.removed,
    passwordChanged: protection.password.changed,
    forgotten: protection.trust.forgotten,
  }
  const asked = c.req.query('done')
  const [done, sentence] = Object.entries(sentences).find(([name]) => name === asked) ?? []
  if (sentence === undefined) return null
  return (
    <Note tone="ok" role="status">
      {sentence}
      {done === 'appAdded' && methods.backupCodesLeft === 0 && (
        <>
          {' '}
          {app.next} <a href="/security/backup-codes">{app.nextLink}</a>
        </>
      )}
    </Note>
  )
}
