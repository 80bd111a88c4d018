// What a paper would say that an owner can ask for, worked out by the law that the screen uses.
import { couponsOf } from '#src/domain/account/statement/coupons.ts'
import { scheduleOfLoan } from '#src/domain/account/statement/schedule-of-loan.ts'
import { finishedYears, yearOfLoan } from '#src/domain/account/statement/year-of-loan.ts'
import { date, dateInZone } from '#src/domain/calendar.ts'
import type {
  AskedFigures,
  AutopayCopyFigures,
  CouponFigures,
} from '#src/formats/documents/asked-figures.ts'
import type { Autopay } from '#src/store/autopay/autopays.ts'
import type { ServicingContext } from '../context.ts'
import type { LoadedAny } from '../load-account.ts'
import type { AccountView, LoanView } from '../view-account.ts'
import { vehicleInterest } from './vehicle-interest.ts'

export type AskedPaper =
  | { readonly kind: 'yearInterest' | 'vehicleInterest'; readonly year: number }
  | { readonly kind: 'amortization' | 'coupons' | 'autopayCopy' }

/** `autopay`: the owner's own, ended or not; null where they never set one. */
export type AskedAccount = {
  readonly view: AccountView
  readonly events: LoadedAny['events']
  readonly autopay: Autopay | null
}

type Lender = Pick<ServicingContext, 'lender'>

/** Null where this account has no such paper. */
export function askedFigures(
  ctx: Lender,
  of: AskedAccount,
  paper: AskedPaper,
): AskedFigures | null {
  const { view, events, autopay } = of
  if (view.knownThrough !== null) return null
  switch (paper.kind) {
    case 'autopayCopy':
      return autopay && autopayCopy(ctx, view, autopay)
    case 'coupons':
      return coupons(view)
    case 'amortization': {
      const schedule = view.product === 'loan' ? scheduleOfLoan(events, view, view.today) : null
      return schedule && { ...schedule, kind: 'amortization' }
    }
    case 'yearInterest':
    case 'vehicleInterest':
      return view.product === 'loan' ? ofYear(ctx, { ...of, view }, paper) : null
  }
}

/** Every paper that it has now. */
export function papersOnOffer(ctx: Lender, of: AskedAccount): AskedPaper[] {
  const { view } = of
  const years = view.product === 'loan' ? finishedYears(view.ledger, view.today) : []
  const asked: AskedPaper[] = [
    ...years.flatMap((year) => [
      { kind: 'yearInterest' as const, year },
      { kind: 'vehicleInterest' as const, year },
    ]),
    { kind: 'amortization' },
    { kind: 'coupons' },
    { kind: 'autopayCopy' },
  ]
  return asked.filter((paper) => askedFigures(ctx, of, paper) !== null)
}

function ofYear(
  ctx: Lender,
  { view, events }: AskedAccount & { readonly view: LoanView },
  { kind, year }: Extract<AskedPaper, { year: number }>,
): AskedFigures | null {
  if (!finishedYears(view.ledger, view.today).includes(year)) return null
  const ofLoan = yearOfLoan(view.ledger, events, year)
  if (ofLoan === null) return null
  if (kind === 'yearInterest') return { ...ofLoan, kind, on: date(`${year}-12-31`) }
  const { start: made } = view.ledger.contract
  return vehicleInterest(ctx, ofLoan, { made, vin: view.vehicle.vin })
}

function coupons(view: AccountView): CouponFigures | null {
  const { ledger, today, accountNumber, status } = view
  const projection = view.product === 'loan' ? view.projection : null
  const all = status === 'open' ? couponsOf({ ledger, projection }, today) : []
  const [first, last] = [all[0], all.at(-1)]
  if (!first || !last) return null
  return { kind: 'coupons', on: first.due, through: last.due, accountNumber, coupons: all }
}

function autopayCopy(
  { lender }: Lender,
  { obligor }: AccountView,
  { authorizationText: text, authorizedAt, terms }: Autopay,
): AutopayCopyFigures {
  const on = dateInZone(authorizedAt, lender.timeZone)
  const by = `${obligor.givenName} ${obligor.familyName}`
  return { kind: 'autopayCopy', on, authorizedAt, by, text, terms }
}
