import type { ActivityLine } from '#src/identity/access-log.ts'
import { Empty } from '#src/ui/empty.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { deviceName } from '#src/words/device-name.ts'
import type { Reader } from '../reader.ts'

/** What happened with this login, newest first. */
export function ActivityPanel(props: {
  reader: Reader
  lines: readonly ActivityLine[]
  fraudPhone: string
}) {
  const { reader, lines } = props
  const { protection, security } = reader.words
  const w = security.activity
  if (lines.length === 0)
    return (
      <Panel title={w.heading}>
        <Empty title={w.none}>{w.caption}</Empty>
      </Panel>
    )
  return (
    <Panel title={w.heading}>
      <Table
        caption={w.caption}
        columns={[
          { label: w.what, weight: 'strong', phone: 'name' },
          { label: w.when, phone: 'under' },
          { label: w.where, phone: 'hidden' },
          { label: protection.notMe.title, wrap: 'never' },
        ]}
        rows={lines.map((line) => ({
          cells: [
            reader.words.identity.activity[line.action],
            reader.moment(line.at),
            <From line={line} reader={reader} />,
            line.byStaff || line.byOther ? null : <NotMe reader={reader} line={line} />,
          ],
        }))}
      />
      <p class="k-small k-ink2">{w.notYou(props.fraudPhone)}</p>
    </Panel>
  )
}

function From({ line, reader }: { line: ActivityLine; reader: Reader }) {
  const w = reader.words.security
  if (line.byStaff) return <>{w.activity.byStaff}</>
  return (
    <>
      {deviceName(line.device, w)}
      <CellNote>{line.address}</CellNote>
    </>
  )
}

function NotMe(props: { reader: Reader; line: ActivityLine }) {
  const { reader, line } = props
  const { identity, protection } = reader.words
  const w = protection.notMe
  return (
    <a
      href={`/security/not-me?line=${line.seq}`}
      aria-label={w.linkNamed(identity.activity[line.action], reader.moment(line.at))}
    >
      {w.link}
    </a>
  )
}
