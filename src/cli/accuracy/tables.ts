// The forms of table that are known, told apart by their columns.
import { type FiledValues, required } from '#src/formats/boarding/filed-values.ts'
import {
  CHAIN_COLUMNS,
  chainRow,
  SAMPLE_COLUMNS,
  sampleRow,
} from '#src/formats/filings/interest-row.ts'
import { LEASE_COLUMNS, leaseMonth } from '#src/formats/filings/lease-month.ts'
import { LOAN_COLUMNS } from '#src/formats/filings/loan-month.ts'
import type { Filings } from './filings.ts'

export type TableReader = {
  readonly kind: string
  /** False for a record that was there already. Throws FiledValueProblem. */
  readonly take: (values: FiledValues) => boolean
}

/** Null for a table of another form. */
export function tableReader(columns: readonly string[], filings: Filings): TableReader | null {
  const has = (names: readonly string[]) => names.every((name) => columns.includes(name))
  if (has(CHAIN_COLUMNS))
    return table('interest chain', (values) => filings.chain.push(chainRow(values)))
  if (has(SAMPLE_COLUMNS))
    return table('interest samples', (values) => filings.samples.push(sampleRow(values)))
  if (has(LEASE_COLUMNS))
    return table('lease months', (values) => filings.leases.push(leaseMonth(values, trust(values))))
  if (has(LOAN_COLUMNS))
    return {
      kind: 'loan months',
      take: (values) => filings.addLoanMonth(values, trust(values)),
    }
  return null
}

function table(kind: string, add: (values: FiledValues) => void): TableReader {
  return {
    kind,
    take: (values) => {
      add(values)
      return true
    },
  }
}

/** Extracts name the trust in one of two columns. */
function trust(values: FiledValues): string {
  return required('trust', values.text('trust') ?? values.text('securitizationKey'))
}
