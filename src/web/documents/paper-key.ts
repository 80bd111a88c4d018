// A paper to ask for, as a form names it: "amortization", "yearInterest-2025".
import type { AskedPaper } from '#src/servicing/documents/asked-figures.ts'

export function keyOfPaper(paper: AskedPaper): string {
  return 'year' in paper ? `${paper.kind}-${paper.year}` : paper.kind
}

/** Null where it names none. */
export function paperOfKey(key: string): AskedPaper | null {
  const [, kind, year] = /^(\w+?)(?:-(\d{4}))?$/.exec(key) ?? []
  switch (kind) {
    case 'yearInterest':
    case 'vehicleInterest':
      return year === undefined ? null : { kind, year: Number(year) }
    case 'amortization':
    case 'coupons':
    case 'autopayCopy':
      return year === undefined ? { kind } : null
    default:
      return null
  }
}
