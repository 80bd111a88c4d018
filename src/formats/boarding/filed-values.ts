// Values as filings write them: amounts with up to eight decimals, rates as fractions, dates
// MM-DD-YYYY, months MM/YYYY.
import { type CivilDate, parseDate } from '#src/domain/calendar.ts'
import { type Fraction, fraction, multiply } from '#src/domain/fraction.ts'
import { type Cents, type RatePpb, ratePpb, roundToCents } from '#src/domain/money.ts'

/** Why a value of a filing cannot be used. */
export class FiledValueProblem extends Error {
  override readonly name = 'FiledValueProblem'
  readonly field: string
  constructor(field: string, reason: string) {
    super(reason)
    this.field = field
  }
}

/**
 * Typed access to the elements of one asset; `null` where an element is absent, FiledValueProblem
 * where it is wrong.
 */
export class FiledValues {
  readonly #fields: ReadonlyMap<string, string>

  constructor(fields: ReadonlyMap<string, string>) {
    this.#fields = fields
  }

  text(name: string): string | null {
    return this.#fields.get(name) ?? null
  }

  /** Rounded half up to cents. */
  cents(name: string): Cents | null {
    return this.#read(name, 'an amount in dollars', (text) => {
      const exact = decimal(text)
      return exact && roundToCents(multiply(exact, fraction(100n)), 'half-up')
    })
  }

  /** Dollars exactly as filed: some servicers write ten decimals. */
  dollars(name: string): Fraction | null {
    return this.#read(name, 'an amount in dollars', decimal)
  }

  /**
   * A rate a year as a fraction: 0.0549. One or more would be 100 % and is taken for percent
   * written by mistake.
   */
  rate(name: string): RatePpb | null {
    return this.#read(name, 'a rate as a fraction below 1, such as 0.0549', (text) => {
      const exact = decimal(text)
      if (!exact || exact.n < 0n || exact.n >= exact.d) return null
      return ratePpb(Number(roundToCents(multiply(exact, fraction(1_000_000_000n)), 'half-up')))
    })
  }

  count(name: string): number | null {
    return this.#read(name, 'a whole number', (text) =>
      /^-?\d{1,5}$/.test(text) ? Number(text) : null,
    )
  }

  /** MM-DD-YYYY. */
  date(name: string): CivilDate | null {
    return this.#read(name, 'a date as MM-DD-YYYY', (text) => {
      const [, month, day, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text) ?? []
      return parseDate(`${year}-${month}-${day}`)
    })
  }

  /** MM/YYYY, as the first day of that month. */
  month(name: string): CivilDate | null {
    return this.#read(name, 'a month as MM/YYYY', (text) => {
      const [, month, year] = /^(\d{2})\/(\d{4})$/.exec(text) ?? []
      return parseDate(`${year}-${month}-01`)
    })
  }

  #read<T>(name: string, kind: string, parse: (text: string) => T | null): T | null {
    const text = this.text(name)
    if (text === null) return null
    const value = parse(text)
    if (value === null) throw new FiledValueProblem(name, `This is not ${kind}.`)
    return value
  }
}

/** The value, or FiledValueProblem when the element is absent. */
export function required<T>(name: string, value: T | null): T {
  if (value === null) throw new FiledValueProblem(name, 'This element is missing.')
  return value
}

function decimal(text: string): Fraction | null {
  const match = /^([+-]?)(\d{0,11})(?:\.(\d{0,12}))?$/.exec(text)
  if (!match || !(match[2] || match[3])) return null
  const [, sign, whole = '', decimals = ''] = match
  const digits = BigInt(`${whole}${decimals}`)
  return fraction(sign === '-' ? -digits : digits, 10n ** BigInt(decimals.length))
}
