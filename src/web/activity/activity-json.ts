// Activity for programs: dates as ISO, dollars as text, names that stay the same in every language.
import { type Cents, toDollars } from '#src/domain/money.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import type { WebContext } from '../request-context.ts'
import type { ActivityLine } from './activity-line.ts'

/** `lines` are those of the page; parts come by the names of the product. */
export function jsonResponse(
  c: WebContext,
  file: {
    readonly name: string
    readonly view: AccountView
    readonly lines: readonly ActivityLine[]
  },
): Response {
  c.header('Content-Disposition', `attachment; filename="${file.name}.json"`)
  return c.json(activityJson(file.view, file.lines))
}

export function activityJson(view: AccountView, lines: readonly ActivityLine[]) {
  return {
    accountEnding: view.accountEnding,
    product: view.product,
    currency: 'USD',
    asOf: view.today,
    activity: lines.map((line) => factOf(line, PARTS[view.product])),
  }
}

const PARTS = {
  loan: ['interest', 'principal', 'charges', 'held'],
  lease: ['tax', 'rent', 'depreciation', 'charges', 'held'],
} as const

function factOf({ row, parts }: ActivityLine, names: readonly string[]) {
  const { clearing } = row
  // A loan that was charged off has one part more before what is held.
  const own = parts && parts.length > names.length ? CHARGED_OFF : names
  return {
    id: row.eventId,
    effectiveDate: row.effectiveDate,
    recordedAt: row.postedAt,
    kind: row.kind,
    amount: dollars(row.amount),
    parts: parts && Object.fromEntries(own.map((name, at) => [name, dollars(parts[at] ?? null)])),
    state: clearing?.state ?? null,
    clears: clearing?.state === 'returnable' ? clearing.until : null,
    cleared: clearing?.state === 'cleared' ? clearing.on : null,
  }
}

const CHARGED_OFF = ['interest', 'principal', 'charges', 'recovered', 'held']

function dollars(amount: Cents | null): string | null {
  return amount === null ? null : toDollars(amount)
}
