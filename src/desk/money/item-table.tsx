import { changeRule } from '#src/domain/rules/ach-changes.ts'
import { returnRule } from '#src/domain/rules/ach-returns.ts'
import type { ListedItem } from '#src/store/ach/desk-returns.ts'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import type { DeskContext } from '../desk-context.ts'
import { AccountLink, codeWords, writers } from './money-links.tsx'

/** What the bank sent back: why in plain words, what was done, and what is next. */
export function ItemTable({ c, items }: { c: DeskContext; items: readonly ListedItem[] }) {
  const w = c.get('words').desk.money.sentBack
  const { day, money } = writers(c)
  return (
    <Table
      caption={w.title}
      columns={[
        { label: w.why, weight: 'strong', phone: 'name' },
        { label: w.day, wrap: 'never', phone: 'hidden' },
        { label: w.amount, align: 'end', weight: 'ink', phone: 'amount' },
        { label: w.done, before: 'wide', phone: 'under' },
        { label: w.next, phone: 'hidden' },
      ]}
      rows={items.map((item) => ({
        cells: [
          <>
            {codeWords(c, item.code)}
            <CellNote phone="always">
              <span class="k-code">{item.code}</span>
              {item.accountId !== null && (
                <>
                  {' · '}
                  <AccountLink c={c} accountId={item.accountId} />
                </>
              )}
            </CellNote>
          </>,
          day(item.settledOn),
          item.kind === 'change' ? '–' : money(item.amount),
          <>
            {item.result === null ? w.waiting : w.results[item.result]}
            <CellNote phone="only">{nextOf(c, item)}</CellNote>
          </>,
          nextOf(c, item),
        ],
      }))}
    />
  )
}

function nextOf(c: DeskContext, item: ListedItem): string {
  const w = c.get('words').desk.money.sentBack
  if (item.result === null) return ''
  if (item.retryOn !== null) return w.retry(writers(c).day(item.retryOn))
  if (item.state === 'unmatched' || item.result === 'review' || item.result === 'betweenBanks')
    return w.person
  if (item.kind === 'change')
    return changeRule(item.code)?.kind === 'correct' ? w.nothing : w.person
  const rule = returnRule(item.code)
  const next = [
    ...(rule.stopsDebits && item.result === 'returned' ? [w.stopped] : []),
    ...(rule.needsPerson ? [w.person] : []),
  ]
  return next.length > 0 ? next.join(' · ') : w.nothing
}
