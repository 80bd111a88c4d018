// SEC Form ABS-EE, exhibit EX-102, auto loans and leases: one reporting period of one trust per
// file. A record has no person. Asset numbers are only unique within a trust, and the XML does not
// name it: by choice, or from the file's name.
import type { BoardingRecord, LoanRecord } from '#src/domain/account/boarding.ts'
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
import { filedLease, filedLeaseFindings } from './filed-lease.ts'
import { filedMonth, filedMonthFindings } from './filed-month.ts'
import { FiledValueProblem, FiledValues, required } from './filed-values.ts'
import { checkedItem } from './keyturn-record.ts'

/** Yields one item per asset; each record holds the one month that its file reports. */
export async function* readAbsEeXml(
  file: BoardingFile,
  choices: FilingChoices,
  today: CivilDate,
): AsyncGenerator<BoardingItem> {
  const trust = choices.trust === null ? trustOf(file.name) : slug(choices.trust)
  try {
    for await (const asset of readFiledAssets(file.chunks)) {
      // Asked for only now: of a file that is no filing, that is what has to be told.
      if (!trust) return yield unreadable(1, 'trust', NO_TRUST)
      yield readAsset(asset, { trust, today, choices })
    }
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

const NO_TRUST =
  'The trust is missing: a filing does not name it. ' +
  'Give it with --trust NAME, or call the file TRUST_YYYY-MM.xml.'

function slug(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/g, '-')
}

type Reading = { trust: string; today: CivilDate; choices: FilingChoices }

function readAsset(asset: FiledAsset, reading: Reading): BoardingItem {
  const raw = JSON.stringify(Object.fromEntries(asset.fields))
  const values = new FiledValues(asset.fields)
  const at = { line: asset.line, raw, today: reading.today }
  try {
    if (asset.schema === 'autoloan')
      return checkedItem(toLoan(values, reading), at, [...filedMonthFindings(values)])
    const lease = filedLease(values)
    const record = {
      ...numbersOf(values, reading),
      product: 'lease',
      ...lease,
      months: [],
      papers: [],
    } as const
    return checkedItem(record, at, [...filedLeaseFindings(values, lease)])
  } catch (error) {
    if (!(error instanceof FiledValueProblem)) throw error
    return rejected(asset.line, raw, [problem(asset.line, error.field, error.message)])
  }
}

function toLoan(values: FiledValues, reading: Reading): LoanRecord {
  const numbers = numbersOf(values, reading)
  const contract = filedContract(values, reading.choices.dayCount)
  const month = filedMonth(values, contract.start)
  if (month.periodEnd < month.periodBegin)
    throw new FiledValueProblem('reportingPeriodEndingDate', 'The period ends before it begins.')
  return {
    ...numbers,
    product: 'loan',
    contract,
    opening: filedOpening(contract, month),
    openingOn: later(contract.start, month.periodBegin),
    history: [],
    papers: [],
    months: [month],
  }
}

/** What identifies an asset; a filing names no person and no VIN. */
function numbersOf(
  values: FiledValues,
  { trust }: Reading,
): Pick<BoardingRecord, 'source' | 'sourceKey' | 'accountNumber' | 'obligors' | 'vehicle'> {
  const assetNumber = required('assetNumber', values.text('assetNumber'))
  const sourceKey = `${trust}/${assetNumber}`
  return {
    source: 'abs-ee',
    sourceKey,
    accountNumber: derivedAccountNumber(sourceKey),
    obligors: [],
    vehicle: {
      vin: null,
      modelYear: modelYear(values),
      make: vehicleName(values, 'vehicleManufacturerName'),
      model: vehicleName(values, 'vehicleModelName'),
    },
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
