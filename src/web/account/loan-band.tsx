// The band above the overview of a loan: what it is, by its numbers.
import { IdentityBand } from '#src/ui/layout/page-heading.tsx'
import { formatRate } from '#src/words/format.ts'
import { vehicleName } from '../account-visit.tsx'
import { Masked } from '../masked.tsx'
import type { OverviewParts } from './overview-parts.ts'

export function LoanBand({ visit, view }: OverviewParts) {
  const w = visit.reader.words.account
  const { vin } = view.vehicle
  const facts = [
    <>
      {w.loan} <Masked ending={view.accountEnding} reader={visit.reader} />
    </>,
    ...(vin ? [w.vinEnding(`${vin.slice(-7, -4)} ${vin.slice(-4)}`)] : []),
    // No interest runs on what was charged off.
    ...(view.position.chargedOff === null ? [w.rate(formatRate(view.position.rate))] : []),
    ...(visit.session.accounts.length > 1 ? [<a href="/accounts">{w.switchAccount}</a>] : []),
  ]
  return <IdentityBand title={vehicleName(view.vehicle)} facts={facts} />
}
