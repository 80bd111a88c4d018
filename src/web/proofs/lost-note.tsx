import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
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

/** For who has something of their own that confirms: where to go once it is lost. */
export function OwnFactorFirst({ reader }: { reader: Reader }) {
  const { newFactor, lostFactor } = reader.words.provenChanges
  return (
    <>
      <PageHeading title={lostFactor.title} />
      <Panel>
        <p>{newFactor.own}</p>
        <p>{newFactor.ownLost}</p>
        <Buttons>
          <ButtonLink href="/security">{newFactor.back}</ButtonLink>
        </Buttons>
      </Panel>
    </>
  )
}
