// A payment that was refused when it was sent has a number of its own, and moves no money.
import { Note } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'

export function AttemptNote(props: { attempt: string | null; reader: Reader }) {
  const { attempt, reader } = props
  const w = reader.words.payments.attempts
  if (attempt === null) return null
  return (
    <div class="mb-6">
      <Note tone="warn" lead={w.lead}>
        {w.number} <span class="k-code">{attempt}</span>
      </Note>
    </div>
  )
}
