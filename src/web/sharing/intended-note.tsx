// A payoff that is waited for, as its owner reads it.
import type { IntendedView } from '#src/servicing/sharing/intended-view.ts'
import { Note, type NoteTone } from '#src/ui/note.tsx'
import type { Reader } from '../reader.ts'

/** `href`: where more of it stands. */
export function IntendedNote(props: {
  readonly reader: Reader
  readonly view: IntendedView
  readonly href?: string
}) {
  const { reader, view, href } = props
  const { lead, text, tone } = wordsOf(reader, view)
  return (
    <Note tone={tone} lead={`${lead}.`}>
      {text} {href !== undefined && <a href={href}>{reader.words.sharing.paying.see}</a>}
    </Note>
  )
}

type NoteWords = { readonly lead: string; readonly text: string; readonly tone: NoteTone }

function wordsOf(reader: Reader, { intended, standing, tooLittle }: IntendedView): NoteWords {
  const { states, text, tooLittle: lessWords } = reader.words.sharing.paying
  const { payer, amount, expectedOn } = intended
  const day = reader.date(expectedOn, 'long')
  switch (standing.is) {
    case 'late':
      return { lead: states.late(payer, day), text: text.late(payer), tone: 'warn' }
    case 'arrived':
      return { lead: states.arrived(payer), text: text.arrived, tone: 'ok' }
    case 'short': {
      const { amount: came, on } = standing.arrival
      const arrived = text.short(reader.money(came), reader.date(on, 'long'))
      return { lead: states.short(reader.money(standing.missing)), text: arrived, tone: 'bad' }
    }
    default: {
      const less = tooLittle > 0 ? `${lessWords(reader.money(tooLittle))} ` : ''
      const lead = states.expected(payer, reader.money(amount), day)
      return { lead, text: `${less}${text.expected}`, tone: tooLittle > 0 ? 'warn' : 'info' }
    }
  }
}
