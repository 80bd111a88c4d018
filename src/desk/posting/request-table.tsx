import type { CivilDate } from '#src/domain/calendar.ts'
import { mayEver } from '#src/identity/staff/staff-policy.ts'
import type { StaffSession } from '#src/identity/staff/staff-sessions.ts'
import type { MoneyRequest } from '#src/store/desk-money/money-requests.ts'
import { Chip } from '#src/ui/chip.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { type DeskContext, momentsFor } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import { REQUESTS } from './posting-desk.ts'

type Of = {
  readonly c: DeskContext
  readonly session: StaffSession
  readonly today: CivilDate
}

export function RequestTable(props: Of & { caption: string; requests: readonly MoneyRequest[] }) {
  const { c, caption, requests } = props
  const w = c.get('words').desk.posting
  const { money } = writers(c)
  const { moment } = momentsFor(c)
  return (
    <Table
      caption={caption}
      columns={[
        { label: w.what, weight: 'strong', phone: 'name' },
        { label: w.who, phone: 'under' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={requests.map((request) => ({
        cells: [
          <a href={`${REQUESTS}/${request.id}`}>{w.kinds[request.order.kind]}</a>,
          <>
            {request.askedByName ?? w.command}
            <CellNote phone="hidden">{moment(request.decidedAt ?? request.askedAt)}</CellNote>
          </>,
          money(request.amount),
          <State request={request} {...props} />,
        ],
      }))}
    />
  )
}

function State({ c, session, today, request }: Of & { request: MoneyRequest }) {
  const w = c.get('words').desk.posting
  if (request.state !== 'asked')
    return <Chip tone={TONES[request.state]}>{w.states[request.state]}</Chip>
  if (request.expiresOn < today) return <Chip tone="plain">{w.over}</Chip>
  if (request.askedBy === session.staffId) return <Chip tone="plain">{w.yours}</Chip>
  return mayEver(session.role, 'decideMoney') ? (
    <Chip tone="warn">{w.forYou}</Chip>
  ) : (
    <Chip tone="plain">{w.forOther}</Chip>
  )
}

export const TONES = { asked: 'warn', done: 'ok', refused: 'bad', withdrawn: 'plain' } as const
