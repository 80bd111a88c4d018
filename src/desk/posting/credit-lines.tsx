import type { CreditState, ReceivedCredit } from '#src/store/desk-money/received-credits.ts'
import { Chip, type ChipTone } from '#src/ui/chip.tsx'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext } from '../desk-context.ts'
import { writers } from '../money/money-links.tsx'
import { LINES_SHOWN } from './file-shown.ts'

/** The payments of a file, without whose they are. */
export function CreditLines(props: { c: DeskContext; credits: readonly ReceivedCredit[] }) {
  const { c, credits } = props
  const w = c.get('words').desk.posting.credits
  return (
    <Panel title={w.title} lead={w.lead(LINES_SHOWN)}>
      <CreditTable c={c} credits={credits} caption={w.title} />
    </Panel>
  )
}

export function CreditTable(props: {
  c: DeskContext
  credits: readonly ReceivedCredit[]
  caption: string
}) {
  const { c, credits, caption } = props
  const w = c.get('words').desk.posting.credits
  const { day, money } = writers(c)
  return (
    <Table
      caption={caption}
      columns={[
        { label: w.reference, weight: 'strong', phone: 'name' },
        { label: w.day, phone: 'under' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.state, before: 'wide', phone: 'underEnd' },
      ]}
      rows={credits.map((credit) => ({
        cells: [
          <span class="k-code">{credit.reference}</span>,
          day(credit.receivedOn),
          money(credit.amount),
          <State c={c} credit={credit} />,
        ],
      }))}
    />
  )
}

function State({ c, credit }: { c: DeskContext; credit: ReceivedCredit }) {
  const w = c.get('words').desk.posting.credits
  if (credit.state === 'waiting' && credit.accountId === null)
    return <Chip tone="warn">{w.fitsNone}</Chip>
  if (credit.state !== 'unapplied')
    return <Chip tone={TONES[credit.state]}>{w.states[credit.state]}</Chip>
  return (
    <a href={`/money/credits/${credit.id}`}>
      <Chip tone="warn">{w.states.unapplied}</Chip>
    </a>
  )
}

const TONES: Readonly<Record<CreditState, ChipTone>> = {
  waiting: 'plain',
  posted: 'ok',
  unapplied: 'warn',
  sentBack: 'info',
  dropped: 'plain',
}
