// `keyturn calc nacha`: what an ACH file says, and what is wrong with it.
import { toDollars } from '#src/domain/money.ts'
import {
  changesOf,
  type NachaReading,
  type ReadTotals,
  returnsOf,
} from '#src/formats/nacha/nacha-reading.ts'
import { readNacha } from '#src/formats/nacha/read-nacha.ts'
import type { FileCalculation } from './calculation.ts'
import type { Reason } from './reason.ts'

/** A file with problems is answered like any other: `valid` says that there are some. */
export const nacha: FileCalculation = {
  answer: (bytes) => {
    const reading = readNacha(bytes)
    return { result: resultOf(reading), explain: () => reasonFor(reading) }
  },
}

function resultOf(reading: NachaReading): object {
  const { totals, problems, unlisted } = reading
  return {
    valid: problems.length === 0,
    problems: problems.map(({ line, field, message }) => ({ line, field, message })),
    ...(unlisted > 0 && { problemsNotListed: unlisted }),
    batches: reading.batches.map((batch) => ({
      class: batch.class,
      service: batch.service,
      entries: batch.entries,
      ...moneyOf(batch),
      addenda: batch.addenda,
    })),
    returns: [...returnsOf(reading)].map(({ trace, code, originalTrace, entry }) => ({
      trace,
      code,
      originalTrace,
      amount: toDollars(entry.amount),
    })),
    changes: [...changesOf(reading)].map(({ trace, code, corrected, originalTrace }) => ({
      trace,
      code,
      corrected,
      originalTrace,
    })),
    entryHash: totals.entryHash,
    ...moneyOf(totals),
  }
}

function moneyOf({ debits, credits }: ReadTotals): { debits: string; credits: string } {
  return { debits: toDollars(debits), credits: toDollars(credits) }
}

function reasonFor({ batches, totals }: NachaReading): Reason {
  return {
    ...totalReason('fileTotals', totals),
    parts: batches.map((batch) => totalReason('batchTotals', batch)),
  }
}

function totalReason(label: string, totals: ReadTotals): Reason {
  const { entries, addenda, entryHash } = totals
  return {
    label,
    inputs: { entries, addenda, entryHash, ...moneyOf(totals) },
    rule: 'sumOfEntries',
    citation: 'Nacha Operating Rules, Appendix Three',
  }
}
