// What a lender says of the personal information that it shares, by the federal model form
// (12 CFR 1016, appendix). Its terms stand here as the form lists them; what it allows is in
// `notice-problems`.

/** Of which five are named beside the Social Security number (C.2(b)(2)). */
export const COLLECTED_KINDS = [
  'income',
  'account balances',
  'payment history',
  'transaction history',
  'transaction or loss history',
  'credit history',
  'credit scores',
  'assets',
  'overdraft history',
  'purchase history',
  'account transactions',
  'credit card or other debt',
  'checking account information',
  'employment information',
  'wire transfer instructions',
] as const

/** Of which five are named (C.3(a)(3)). */
export const COLLECTING_OCCASIONS = [
  'open an account',
  'pay your bills',
  'apply for a loan',
  'use your credit or debit card',
  'pay us by check',
  'give us your income information',
  'provide employment information',
  'give us your employment history',
  'apply for financing',
  'apply for a lease',
  'provide account information',
  'give us your contact information',
  'give us your wage statements',
  'make a wire transfer',
  'show your government-issued ID',
  'show your driver’s license',
] as const

/** The lines of the form’s table, in its order. */
export const SHARING_REASONS = [
  'everydayBusiness',
  'marketing',
  'jointMarketing',
  'affiliatesTransactions',
  'affiliatesCreditworthiness',
  'affiliatesMarketing',
  'nonaffiliatesMarketing',
] as const

export type CollectedKind = (typeof COLLECTED_KINDS)[number]
export type CollectingOccasion = (typeof COLLECTING_OCCASIONS)[number]
export type SharingReason = (typeof SHARING_REASONS)[number]

export type Sharing = { readonly shares: boolean; readonly canLimit: boolean }

type BothLanguages = { readonly en: string; readonly es: string }

export type PrivacyNotice = {
  /** ISO date; the form names its month. */
  readonly revised: string
  readonly collects: readonly CollectedKind[]
  readonly collectedWhen: readonly CollectingOccasion[]
  readonly collectsFromOthers: 'bureausOrAffiliates' | 'otherCompanies' | 'nobody'
  /** The line about marketing by affiliates may be left out. */
  readonly sharing: Readonly<Record<Exclude<SharingReason, 'affiliatesMarketing'>, Sharing>> & {
    readonly affiliatesMarketing?: Sharing | undefined
  }
  /** Why that line is left out though affiliates are given information (C.2(d)(6)). */
  readonly affiliatesMarketingLeftOut?: 'separateNotice' | 'noOptOutNeeded' | undefined
  /** What follows "Our affiliates include". */
  readonly affiliates: 'none' | 'notShared' | BothLanguages
  /** What follows "Nonaffiliates we share with can include". */
  readonly nonaffiliates?: BothLanguages | undefined
  /** What follows "Our joint marketing partners include". */
  readonly jointMarketing?: BothLanguages | undefined
  /** How sharing is limited. */
  readonly optOut?:
    | {
        readonly phone?: string | undefined
        readonly website?: string | undefined
        /** After which sharing about a new customer begins; 30 or more. */
        readonly days: number
        readonly jointChoices: 'everyone' | 'unlessToldOtherwise'
      }
    | undefined
  /** At most 30 words about safeguards besides those of the form. */
  readonly safeguards?: BothLanguages | undefined
  readonly otherInformation?:
    | { readonly text: BothLanguages; readonly isStateLaw: boolean }
    | undefined
}

export function canLimitAny({ sharing }: PrivacyNotice): boolean {
  return SHARING_REASONS.some((reason) => sharing[reason]?.canLimit === true)
}

/**
 * Whether the notice is given again every year: a lender that shares with nonaffiliates under the
 * exceptions of 12 CFR 1016.13 to 1016.15 alone gives it anew only when it changed (1016.5(e)).
 */
export function isGivenYearly({ sharing }: PrivacyNotice): boolean {
  return sharing.nonaffiliatesMarketing.shares
}
