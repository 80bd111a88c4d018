// Which papers are listed: of a year, of a kind, with a word in their row.
import type { Paper } from '#src/servicing/documents/read-papers.ts'
import { Button } from '#src/ui/button.tsx'
import { TextField } from '#src/ui/forms/text-field.tsx'
import { Segment } from '#src/ui/segment.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { paperDetail, paperName } from './paper-detail.ts'

export type PaperFilter = {
  readonly year: string | null
  readonly kind: Paper['facts']['kind'] | null
  /** Empty where nothing is looked for. */
  readonly words: string
}

/** From the address; what no paper has is left out. */
export function filterAsked({ c }: AccountVisit, papers: readonly Paper[]): PaperFilter {
  const kind = papers.find(({ facts }) => facts.kind === c.req.query('kind'))?.facts.kind ?? null
  const year = yearsOf(papers).find((one) => one === c.req.query('year')) ?? null
  return { year, kind, words: (c.req.query('q') ?? '').trim().slice(0, 60) }
}

export function filtered(visit: AccountVisit, papers: readonly Paper[], by: PaperFilter): Paper[] {
  const { reader } = visit
  const wanted = by.words.toLocaleLowerCase(reader.locale)
  return papers.filter((paper) => {
    const { facts, dated } = paper
    if (by.year !== null && yearOf(facts) !== by.year) return false
    if (by.kind !== null && facts.kind !== by.kind) return false
    const day = reader.date(dated, 'dated')
    const row = [paperName(facts, reader), paperDetail(paper, reader), day, facts.code ?? ''].join(
      ' ',
    )
    return row.toLocaleLowerCase(reader.locale).includes(wanted)
  })
}

export function PaperFilters(props: {
  visit: AccountVisit
  papers: readonly Paper[]
  by: PaperFilter
}) {
  const { visit, papers, by } = props
  const w = visit.reader.words.documents
  const kinds = [...new Set(papers.map(({ facts }) => facts.kind))]
  const years = yearsOf(papers)
  const href = (to: Partial<PaperFilter>) => addressOf(visit, { ...by, ...to })
  return (
    <div class="k-flow mb-6">
      {years.length > 1 && (
        <div>
          <Segment
            label={w.filter.year}
            current={by.year ?? 'all'}
            options={[
              { key: 'all', label: w.filter.allYears, href: href({ year: null }) },
              ...years.map((year) => ({ key: year, label: year, href: href({ year }) })),
            ]}
          />
        </div>
      )}
      {kinds.length > 1 && (
        <nav class="k-quick-days" aria-label={w.filter.kind}>
          {[null, ...kinds].map((kind) => {
            const name = kind === null ? w.filter.allKinds : w.kinds[kind]
            return kind === by.kind ? <strong>{name}</strong> : <a href={href({ kind })}>{name}</a>
          })}
        </nav>
      )}
      <form class="k-field-line" method="get" action={`${visit.base}/documents`}>
        {by.year !== null && <input type="hidden" name="year" value={by.year} />}
        {by.kind !== null && <input type="hidden" name="kind" value={by.kind} />}
        <TextField id="q" name="q" label={w.filter.search} value={by.words} maxlength={60} />
        <Button>{w.filter.find}</Button>
      </form>
    </div>
  )
}

function addressOf({ base }: AccountVisit, { year, kind, words }: PaperFilter): string {
  const query = new URLSearchParams({
    ...(year !== null && { year }),
    ...(kind !== null && { kind }),
    ...(words !== '' && { q: words }),
  })
  return query.size === 0 ? `${base}/documents` : `${base}/documents?${query}`
}

/** Newest first. */
function yearsOf(papers: readonly Paper[]): string[] {
  return [...new Set(papers.map(({ facts }) => yearOf(facts)))].sort().reverse()
}

function yearOf({ on }: Paper['facts']): string {
  return on.slice(0, 4)
}
