// What a servicer's portfolio is known to use and no filing says: a small JSON file beside the data.
// docs/ACCURACY.md describes it.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { DAY_COUNTS } from '#src/domain/contract/day-count.ts'
import type { InterestConvention } from '#src/domain/contract/loan.ts'
import { type Cents, parseDollars, parsePercent, type RatePpb } from '#src/domain/money.ts'
import { CHECK_NAMES, type CheckName } from './checks.ts'

export type Portfolio = InterestConvention & {
  readonly servicer: string
  readonly smallRemainder: Cents
  /** How its scheduled interest is made; null: by a method of its own. */
  readonly schedule: 'annuity' | null
  /** Checks that this servicer's reporting does not pass, with what it does instead. */
  readonly exceptions: Partial<Readonly<Record<CheckName, string>>>
}

export type Conventions = {
  readonly source: string
  /** The trust by its full name, and the portfolio that it belongs to. */
  readonly find: (trust: string) => TrustConventions
  /** Percent on each payment of a lease by the lessee's state. */
  readonly leaseTax: (state: string) => RatePpb | null
}

export type TrustConventions = {
  readonly trust: string
  readonly portfolio: Portfolio
  /** False: no portfolio names the trust, and the day count is only a guess. */
  readonly isStated: boolean
}

export type ConventionsRead =
  | { readonly ok: true; readonly conventions: Conventions }
  | { readonly ok: false; readonly problem: string }

const dollars = z.string().transform((text, ctx) => {
  const amount = parseDollars(text)
  if (amount !== null && amount >= 0) return amount
  ctx.addIssue({ code: 'custom', message: 'not an amount in dollars, such as "2.00"' })
  return z.NEVER
})

const percent = z.string().transform((text, ctx) => {
  const rate = parsePercent(text)
  if (rate !== null) return rate
  ctx.addIssue({ code: 'custom', message: 'not a percentage, such as "9"' })
  return z.NEVER
})

const portfolioSchema = z.strictObject({
  servicer: z.string().min(1).max(100),
  /** Beginnings of its trusts' names; the first is the full form, the others are short for it. */
  trusts: z.array(z.string().min(1).max(100)).min(1),
  dayCount: z.enum(DAY_COUNTS),
  yearEnd: z.enum(['old', 'new']).default('old'),
  rounding: z.enum(['half-up', 'half-even', 'cut']).default('half-up'),
  dailyRateDecimals: z.int().min(0).max(20).nullable().default(null),
  carryFractions: z.boolean().default(false),
  smallRemainder: dollars.default(parseDollars('0.00') as Cents),
  schedule: z.enum(['annuity']).nullable().default(null),
  exceptions: z.partialRecord(z.enum(CHECK_NAMES), z.string().max(300)).default({}),
})

const schema = z.strictObject({
  portfolios: z.array(portfolioSchema).max(1000),
  leaseTaxes: z.record(z.string(), percent).default({}),
})

/** Reads and checks the file; what is wrong is told with its place. */
export async function readConventions(path: string): Promise<ConventionsRead> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return { ok: true, conventions: conventionsOf(path, parsed.data) }
    const [issue] = parsed.error.issues
    return { ok: false, problem: `${path}: ${issue?.path.join('.')}: ${issue?.message}` }
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'this is not JSON' : 'the file cannot be read'
    return { ok: false, problem: `${path}: ${reason}` }
  }
}

function conventionsOf(source: string, stated: z.infer<typeof schema>): Conventions {
  const taxes = new Map(Object.entries(stated.leaseTaxes))
  return {
    source,
    find: (trust) => {
      for (const portfolio of stated.portfolios) {
        const name = fullName(trust, portfolio.trusts)
        if (name !== null) return { trust: name, portfolio, isStated: true }
      }
      return { trust, portfolio: UNKNOWN, isStated: false }
    },
    leaseTax: (state) => taxes.get(state) ?? null,
  }
}

/** "short-2017-1" by its short beginning is the full beginning and "2017-1". */
function fullName(trust: string, beginnings: readonly string[]): string | null {
  const lower = trust.toLowerCase()
  const found = beginnings.find((beginning) => lower.startsWith(beginning.toLowerCase()))
  if (found === undefined) return null
  return found === beginnings[0] ? trust : beginnings[0] + trust.slice(found.length).toUpperCase()
}

const NOT_STATED = 'no conventions are stated for this trust'

/** For a trust that no portfolio names: figures are shown, and nothing is demanded. */
const UNKNOWN: Portfolio = {
  servicer: 'not stated',
  dayCount: 'actual/365',
  yearEnd: 'old',
  rounding: 'half-up',
  dailyRateDecimals: null,
  carryFractions: false,
  smallRemainder: 0 as Cents,
  schedule: null,
  exceptions: Object.fromEntries(CHECK_NAMES.map((name) => [name, NOT_STATED])),
}
