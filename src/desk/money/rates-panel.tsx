import type { ReturnRate } from '#src/domain/rules/ach-return-rates.ts'
import type { ReturnRates } from '#src/servicing/money-desk/view-return-rates.ts'
import { LimitBar } from '#src/ui/charts/limit-bar.tsx'
import { Chip } from '#src/ui/chip.tsx'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount } from '#src/words/format.ts'
import type { DeskContext } from '../desk-context.ts'

/** The three rates that the network watches, each against its limit. */
export function RatesPanel({ c, rates }: { c: DeskContext; rates: ReturnRates }) {
  const w = c.get('words').desk.money.rates
  const debits = formatCount(rates.debits, c.get('locale'))
  if (rates.debits === 0)
    return (
      <Panel title={w.title}>
        <p>{w.none}</p>
      </Panel>
    )
  return (
    <Panel title={w.title} lead={w.lead(debits)}>
      <DefinitionRows
        look="ruled"
        rows={rates.rates.map((rate) => ({
          label: w.kinds[rate.kind],
          note: w.limit(share(c, rate.limitBasisPoints)),
          value: (
            <>
              {formatCount(rate.returned, c.get('locale'))} · {share(c, rate.basisPoints ?? 0)}{' '}
              <Chip tone={rate.isAbove ? 'bad' : 'ok'}>{rate.isAbove ? w.above : w.within}</Chip>
            </>
          ),
          below: <LimitBar {...barOf(rate)} />,
        }))}
      />
    </Panel>
  )
}

/** The bar ends at twice the limit, so that the mark stands in its middle. */
function barOf(rate: ReturnRate) {
  const most = rate.limitBasisPoints * 2
  return { share: Math.min((rate.basisPoints ?? 0) / most, 1), mark: 0.5, isAbove: rate.isAbove }
}

function share(c: DeskContext, basisPoints: number): string {
  const format = new Intl.NumberFormat(c.get('locale') === 'es' ? 'es-US' : 'en-US', {
    style: 'percent',
    maximumFractionDigits: 2,
  })
  return format.format(basisPoints / 10_000)
}
