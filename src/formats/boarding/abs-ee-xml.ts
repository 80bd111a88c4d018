// SEC Form ABS-EE, exhibit EX-102, auto loans: one reporting period of one trust per file. A record
// has no person. Asset numbers are only unique within a trust, and the XML does not name it: by
// choice, or from the file's name.
import type { BoardingRecord } from '#src/domain/account/boarding.ts'
import { type CivilDate, later } from '#src/domain/calendar.ts'
import { type FiledAsset, FilingFault, readFiledAssets } from './abs-ee-assets.ts'
import {
  type BoardingFile,
  type BoardingItem,
  type FilingChoices,
  problem,
  rejected,
  unreadable,
} from './boarding-item.ts'
import { derivedAccountNumber } from './derived-account-number.ts'
import { filedContract, filedOpening } from './filed-contract.ts'
import { filedMonth } from './filed-month.ts'
import { FiledValueProblem, FiledValues, required } from './filed-values.ts'
import { checkedItem } from './keyturn-record.ts'

/** Yields one item per asset; each record holds the one month that its file reports. */
export async function* readAbsEeXml(
  file: BoardingFile,
  choices: FilingChoices,
  today: CivilDate,
): AsyncGenerator<BoardingItem> {
  const trust = choices.trust === null ? trustOf(file.name) : slug(choices.trust)
  if (!trust) return yield unreadable(1, 'trust', NO_TRUST)
  try {
    for await (const asset of readFiledAssets(file.chunks))
      yield readAsset(asset, { trust, today, choices })
  } catch (error) {
    if (!(error instanceof FilingFault)) throw error
    yield unreadable(error.line, 'xml', error.message)
  }
}

/**
 * "carmax-2017-1_2017-01.xml" names the trust and, after an underscore, the month; null for other
 * names.
 */
export function trustOf(fileName: string): string | null {
  const base = fileName.split(/[\\/]/).at(-1) ?? ''
  const match = /^(.+)_\d{4}-\d{2}(?:-\d{2})?\.xml$/i.exec(base)
  return match?.[1] ? slug(match[1]) : null
}

const NO_TRUST = 'The trust is not known. Name it with --trust, or call the file TRUST_YYYY-MM.xml.'

function slug(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-')
}

type Reading = { trust: string; today: CivilDate; choices: FilingChoices }

function readAsset(asset: FiledAsset, reading: Reading): BoardingItem {
  const raw = JSON.stringify(Object.fromEntries(asset.fields))
  try {
    const record = toRecord(new FiledValues(asset.fields), reading)
    return checkedItem(record, { line: asset.line, raw, today: reading.today })
  } catch (error) {
    if (!(error instanceof FiledValueProblem)) throw error
    return rejected(asset.line, raw, [problem(asset.line, error.field, error.message)])
  }
}

function toRecord(values: FiledValues, reading: Reading): BoardingRecord {
  const assetNumber = required('assetNumber', values.text('assetNumber'))
  const sourceKey = `${reading.trust}/${assetNumber}`
  const contract = filedContract(values, reading.choices.dayCount)
  const month = filedMonth(values, contract.start)
  if (month.periodEnd < month.periodBegin)
    throw new FiledValueProblem('reportingPeriodEndingDate', 'The period ends before it begins.')
  return {
    source: 'abs-ee',
    product: 'loan',
    sourceKey,
    accountNumber: derivedAccountNumber(sourceKey),
    contract,
    opening: filedOpening(contract, month),
    openingOn: later(contract.start, month.periodBegin),
    obligors: [],
    vehicle: {
      vin: null,
      modelYear: modelYear(values),
      make: vehicleName(values, 'vehicleManufacturerName'),
      model: vehicleName(values, 'vehicleModelName'),
    },
    history: [],
    months: [month],
  }
}

function modelYear(values: FiledValues): number | null {
  const year = values.text('vehicleModelYear')
  return year !== null && /^(19|20|21)\d\d$/.test(year) ? Number(year) : null
}

/** Some filings escape an ampersand twice, so that "&amp;" is left after parsing. */
function vehicleName(values: FiledValues, name: string): string {
  return (values.text(name) ?? 'Unknown').replaceAll('&amp;', '&')
}
