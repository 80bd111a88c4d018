import type { KnownLetter } from '#src/store/documents/asked-letters.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'

type Shown = {
  readonly people: ReadonlyMap<string, string>
  readonly letters: readonly KnownLetter[]
  readonly none: string
}

/** Who was mailed what, when it was asked for and in which file it went. */
export function LettersPanel({ c, shown }: { c: DeskContext; shown: Shown }) {
  const { letters: w } = c.get('words').desk.papers.mailing
  const { kinds } = c.get('words').documents
  const { people, letters, none } = shown
  return (
    <Panel title={w.title} lead={w.lead}>
      {letters.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Table
          caption={w.title}
          columns={[
            { label: w.what, weight: 'strong', phone: 'name' },
            { label: w.asked, phone: 'under' },
            { label: w.went, phone: 'under' },
          ]}
          rows={letters.map((letter) => ({
            cells: [
              <>
                {kinds[letter.kind]}
                <CellNote phone="always">
                  {w.to} {people.get(letter.obligorId)}
                </CellNote>
              </>,
              <Asked c={c} letter={letter} />,
              <Went c={c} letter={letter} />,
            ],
          }))}
        />
      )}
    </Panel>
  )
}

function Asked({ c, letter: { askedBy, queuedAt } }: { c: DeskContext; letter: KnownLetter }) {
  const { letters: w } = c.get('words').desk.papers.mailing
  return (
    <>
      {askedBy === null ? w.byItself : w.askedBy(askedBy)}
      <CellNote phone="always">{momentsFor(c).moment(queuedAt)}</CellNote>
    </>
  )
}

function Went({ c, letter: { file, dropped } }: { c: DeskContext; letter: KnownLetter }) {
  const { letters: w } = c.get('words').desk.papers.mailing
  const { moment } = momentsFor(c)
  if (dropped !== null) return <>{w.dropped[dropped.why](moment(dropped.at))}</>
  if (file === null) return <>{w.waits}</>
  const { name, madeAt, deliveredAt } = file
  return (
    <>
      {name}
      <CellNote phone="always">
        {deliveredAt === null
          ? `${w.madeAt(moment(madeAt))}. ${w.notDelivered}`
          : w.deliveredAt(moment(deliveredAt))}
      </CellNote>
    </>
  )
}
