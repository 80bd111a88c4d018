// What the law has a lessor say, and the rules of the contract in plain words, each with where it
// comes from.
import { leaseLateChargeAmount } from '#src/domain/rules/lease-late-charge.ts'
import { Panel } from '#src/ui/panel.tsx'
import { formatCount, formatRate } from '#src/words/format.ts'
import { Citation, LateChargeWords, RuleTitle } from '../account/rule-words.tsx'
import type { LeaseParts } from './lease-parts.ts'

export function NoticesPanel({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.notices
  const { mileage, purchaseOption } = view.ledger.contract
  return (
    <Panel title={w.heading}>
      <div class="grid gap-1">
        <RuleTitle>{w.early}</RuleTitle>
        <p>{w.earlyText}</p>
        <Citation text="12 CFR 1013.4(g)" reader={reader} />
        <RuleTitle>{w.wear}</RuleTitle>
        <p>
          {w.wearText}{' '}
          {mileage === null
            ? w.mileageNone
            : w.mileage(
                formatCount(mileage.milesPerYear, reader.locale),
                reader.money(mileage.excessPerMile),
              )}
        </p>
        <Citation text="12 CFR 1013.4(h)" reader={reader} />
        <RuleTitle>{w.option}</RuleTitle>
        <p>
          {purchaseOption === null
            ? w.optionNone
            : w.optionText(reader.money(purchaseOption.price), reader.money(purchaseOption.fee))}
        </p>
        <Citation text="12 CFR 1013.4(i)" reader={reader} />
      </div>
    </Panel>
  )
}

/** `citation` is that of the lender's rules which the contract names. */
export function LeaseRulesPanel(props: LeaseParts & { citation: string | null }) {
  const { visit, view, citation } = props
  const { reader } = visit
  const w = reader.words.leaseTerms.rules
  const { contract } = view.ledger
  return (
    <Panel title={w.heading}>
      <div class="grid gap-1">
        <Taxes visit={visit} view={view} />
        <RuleTitle>{w.order}</RuleTitle>
        <p>{w.orderText}</p>
        {citation !== null && <Citation text={citation} reader={reader} />}
        <RuleTitle>{w.early}</RuleTitle>
        <p>{w.earlyText}</p>
        <LateChargeWords
          rule={contract.lateCharge}
          amount={leaseLateChargeAmount(view.position.schedule)}
          reader={reader}
        />
        <RuleTitle>{w.rent}</RuleTitle>
        <p>
          {w.rentText} {w.rounding[contract.rounding]}
        </p>
        <Citation text="12 CFR 1013.4(f)(6)" reader={reader} />
      </div>
    </Panel>
  )
}

function Taxes({ visit, view }: LeaseParts) {
  const { reader } = visit
  const w = reader.words.leaseTerms.rules
  const { taxes } = view.position.schedule
  return (
    <>
      <RuleTitle>{w.tax}</RuleTitle>
      {taxes.length === 0 && <p>{w.taxNone}</p>}
      {taxes.map(({ name, percentPpb, amount, citation }) => (
        <>
          <p>{w.taxLine(name, formatRate(percentPpb), reader.money(amount))}</p>
          {citation !== '' && <Citation text={citation} reader={reader} />}
        </>
      ))}
    </>
  )
}
