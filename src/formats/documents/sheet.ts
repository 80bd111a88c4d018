// What a template is given: every word already in the reader's language, every amount already text.
import type { PaperSize } from '#src/domain/regions/paper-sizes.ts'
import type { NoticeBody } from './notice-body.ts'

type Amounts = {
  readonly heads: readonly [string, string]
  readonly rows: readonly {
    readonly label: string
    readonly amount: string
    readonly total?: true
  }[]
}

/** What stands on every paper. */
export type SheetFrame = {
  /** ISO; nothing of it is shown, it dates the file. */
  readonly madeAt: string
  readonly language: string
  readonly paper: PaperSize
  /** `line`: address and phone. */
  readonly lender: { readonly name: string; readonly line: string }
  /** Of the file: what a list of windows shows. */
  readonly title: string
  /** The document's own id and code, found by a search through files. */
  readonly keywords: readonly string[]
  readonly kind: string
  readonly date: string
  readonly foot: string
  readonly page: { readonly word: string; readonly of: string }
  readonly check: {
    readonly heading: string
    readonly how: string
    readonly label: string
    readonly code: string
    /** SVG. */
    readonly qr: string
    readonly alt: string
  }
}

export type PayoffLetterSheet = SheetFrame & {
  readonly template: 'payoff-letter'
  readonly about: readonly { readonly label: string; readonly value: string }[]
  readonly heading: string
  readonly total: string
  readonly notes: readonly string[]
  readonly lines: Amounts
  readonly days: {
    readonly heading: string
    readonly lead: string
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  readonly columns: readonly { readonly heading: string; readonly lines: readonly string[] }[]
}

type Grid = {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export type StatementSheet = SheetFrame & {
  readonly template: 'statement'
  readonly about: PayoffLetterSheet['about']
  readonly heading: string
  readonly due: { readonly label: string; readonly amount: string; readonly lines: Amounts }
  /** Where all that is due would go; null where nothing is. */
  readonly split: { readonly heading: string; readonly lines: Amounts } | null
  readonly balance: Grid & { readonly heading: string }
  /** Dates and names to the left, amounts to the right. */
  readonly lines: Grid & { readonly heading: string; readonly none: string }
  readonly totals: Grid & { readonly heading: string }
  /** What it says of the one in whose place it comes; null where it comes in no other's. */
  readonly corrected: {
    readonly notes: readonly string[]
    /** `words`: how many columns stand to the left. */
    readonly tables: readonly (Grid & { readonly heading: string; readonly words: number })[]
  } | null
  readonly how: string
  /** Null where nothing is due. */
  readonly coupon: {
    readonly heading: string
    readonly about: PayoffLetterSheet['about']
    readonly to: readonly string[]
    readonly from: string
    readonly enclosed: string
    readonly scan: string
  } | null
}

export type ProofSheet = SheetFrame & {
  readonly template: 'proof'
  readonly about: PayoffLetterSheet['about']
  readonly heading: string
  readonly total: string
  readonly notes: readonly string[]
  readonly lines: Amounts
}

/** Tables under one another: what most papers are. */
export type TablesSheet = SheetFrame & {
  readonly template: 'tables'
  readonly about: PayoffLetterSheet['about']
  readonly heading: string
  /** The one amount that the paper is about; null where it is about many. */
  readonly total: { readonly label: string; readonly amount: string } | null
  readonly notes: readonly string[]
  /** Word for word what somebody agreed to, in its own language; null: nothing is quoted. */
  readonly quote: { readonly text: string; readonly language: string } | null
  readonly tables: readonly SheetTable[]
  readonly closing: readonly string[]
}

export type SheetTable = {
  readonly heading: string
  readonly heads: readonly string[]
  /** How many columns hold words: they stand to the left, all others to the right. */
  readonly words: number
  readonly rows: readonly { readonly cells: readonly string[]; readonly total?: true }[]
}

/** An agreement with places to sign. */
export type AgreementSheet = SheetFrame & {
  readonly template: 'agreement'
  readonly about: PayoffLetterSheet['about']
  readonly heading: string
  readonly warning: { readonly label: string; readonly text: string }
  readonly tables: readonly SheetTable[]
  readonly notes: readonly string[]
  readonly closing: readonly string[]
  readonly signing: {
    readonly heading: string
    readonly lead: string
    readonly to: readonly string[]
    readonly people: readonly string[]
    readonly labels: { readonly signature: string; readonly date: string }
  }
}

export type CouponsSheet = SheetFrame & {
  readonly template: 'coupons'
  readonly about: PayoffLetterSheet['about']
  readonly heading: string
  readonly notes: readonly string[]
  readonly coupons: readonly {
    readonly heading: string
    readonly about: PayoffLetterSheet['about']
    readonly scan: string
  }[]
  readonly to: readonly string[]
  readonly from: string
  readonly enclosed: string
}

export type PrivacySheet = SheetFrame & {
  readonly template: 'privacy-notice'
  readonly body: NoticeBody
  readonly copy: { readonly heading: string; readonly text: string }
}

export type Sheet =
  | PayoffLetterSheet
  | StatementSheet
  | ProofSheet
  | TablesSheet
  | CouponsSheet
  | AgreementSheet
  | PrivacySheet
