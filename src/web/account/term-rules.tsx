// The rules of a contract in plain words, each with where it comes from, and how the account came
// to us.
import { lateChargeAmount } from '#src/domain/rules/late-charge.ts'
import { Panel } from '#src/ui/panel.tsx'
import type { OverviewParts } from './overview-parts.ts'
import { Citation, LateChargeWords, RuleTitle } from './rule-words.tsx'

/** `citation` is that of the lender's rules which the contract names. */
export function RulePanels(props: OverviewParts & { citation: string | null }) {
  const { visit, view, citation } = props
  const { reader } = visit
  const w = reader.words.account.terms
  const { contract } = view.ledger
  const { dailyRateDecimals } = contract
  return (
    <Panel title={w.rules}>
      <div class="grid gap-1">
        <RuleTitle>{w.interest.heading}</RuleTitle>
        <p>
          {[
            w.interest.simple,
            w.interest.dayCounts[contract.dayCount],
            ...(dailyRateDecimals === null ? [] : [w.interest.dailyRate(dailyRateDecimals)]),
          ].join(' ')}
        </p>
        <Citation text="12 CFR 1026 App. J (a)(3)" reader={reader} />
        <RuleTitle>{w.rounding.heading}</RuleTitle>
        <p>
          {w.rounding.rules[contract.rounding]}{' '}
          {contract.carryFractions ? w.rounding.carried : w.rounding.dropped}
        </p>
        <RuleTitle>{w.waterfall.heading}</RuleTitle>
        <p>{w.waterfall.text}</p>
        <ol class="list-decimal ps-5">
          {contract.waterfall.map((bucket) => (
            <li>{w.waterfall.buckets[bucket]}</li>
          ))}
        </ol>
        <p>
          {w.waterfall.directed} {w.waterfall.extra}
        </p>
        {citation !== null && <Citation text={citation} reader={reader} />}
        <LateChargeWords
          rule={contract.lateCharge}
          amount={lateChargeAmount(contract)}
          reader={reader}
        />
        <Fees visit={visit} view={view} />
      </div>
    </Panel>
  )
}

/** How the account came to us, when that was not at its signing. */
export function OriginPanel({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.terms
  const boarded = view.ledger.steps[0]
  const isFromFiling = view.activity.some((row) => row.kind === 'reportedMonth')
  if (isFromFiling) {
    return (
      <Panel title={w.filing.heading}>
        <div class="grid gap-3">
          <p>{w.filing.text}</p>
          <ul class="list-disc ps-5">
            <li>{w.filing.dayCount}</li>
            <li>{w.filing.waterfall}</li>
            <li>{w.filing.dates}</li>
          </ul>
        </div>
      </Panel>
    )
  }
  if (!boarded || boarded.event.effectiveDate <= view.ledger.contract.start) return null
  const day = reader.date(boarded.event.effectiveDate, 'dated')
  return (
    <Panel title={w.taken.heading}>
      <p>{w.taken.text(day, reader.money(boarded.after.principal))}</p>
    </Panel>
  )
}

function Fees({ visit, view }: OverviewParts) {
  const { reader } = visit
  const w = reader.words.account.terms.fees
  const { fees, contract } = view.position
  return (
    <>
      <RuleTitle>{w.heading}</RuleTitle>
      <p>
        {[
          w.none,
          ...(fees > 0 ? [w.open(reader.money(fees))] : []),
          ...(contract.smallRemainder > 0
            ? [w.remainder(reader.money(contract.smallRemainder))]
            : []),
        ].join(' ')}
      </p>
    </>
  )
}
