// What the federal model privacy form does not allow (12 CFR 1016, appendix, C).
// Example: nothing is shared with affiliates, and affiliates are named: refused.
import {
  canLimitAny,
  type PrivacyNotice,
  SHARING_REASONS,
  type Sharing,
  type SharingReason,
} from './privacy-notice.ts'

/** What the form does not allow; empty where all is well. `field` is a path in the notice. */
export function noticeProblems(
  notice: PrivacyNotice,
): { readonly field: string; readonly message: string }[] {
  return [
    ...termProblems(notice),
    ...SHARING_REASONS.flatMap((reason) => lineProblems(notice, reason)),
    ...affiliateProblems(notice),
    ...partnerProblems(notice),
    ...optOutProblems(notice),
  ]
}

type Problems = ReturnType<typeof noticeProblems>

function termProblems({ collects, collectedWhen, safeguards }: PrivacyNotice): Problems {
  const five = (field: string, terms: readonly string[]) =>
    terms.length === 5 && new Set(terms).size === 5
      ? []
      : [{ field, message: 'must name five different terms of the model form' }]
  const words = Object.values(safeguards ?? {}).map((text) => text.trim().split(/\s+/).length)
  return [
    ...five('collects', collects),
    ...five('collectedWhen', collectedWhen),
    ...(words.some((count) => count > 30)
      ? [{ field: 'safeguards', message: 'must have 30 words at most' }]
      : []),
  ]
}

/**
 * Sharing that the law lets a customer stop: 15 USC 1681a(d)(2)(A)(iii), 15 USC 1681s-3, 15 USC
 * 6802(b).
 */
const LIMIT_IS_A_RIGHT: ReadonlySet<SharingReason> = new Set([
  'affiliatesCreditworthiness',
  'affiliatesMarketing',
  'nonaffiliatesMarketing',
])

function lineProblems({ sharing }: PrivacyNotice, reason: SharingReason): Problems {
  const line = sharing[reason]
  const field = `sharing.${reason}`
  if (!line) return []
  if (!line.shares && line.canLimit)
    return [{ field, message: 'cannot be limited where nothing is shared' }]
  if (reason === 'everydayBusiness' && line.canLimit)
    return [{ field, message: 'cannot be limited: no account could be serviced' }]
  if (line.shares && !line.canLimit && LIMIT_IS_A_RIGHT.has(reason))
    return [
      { field, message: 'is sharing that the law lets customers limit: canLimit must be true' },
    ]
  return []
}

function affiliateProblems({ sharing, affiliates, affiliatesMarketingLeftOut }: PrivacyNotice) {
  const { affiliatesTransactions, affiliatesCreditworthiness, affiliatesMarketing } = sharing
  const lines = [affiliatesTransactions, affiliatesCreditworthiness, affiliatesMarketing]
  const given = lines.some((line) => line?.shares === true)
  const named = typeof affiliates === 'object'
  const isLeftOut = affiliatesMarketing === undefined
  const hasReason = affiliatesMarketingLeftOut !== undefined
  const field = 'affiliatesMarketingLeftOut'
  return [
    ...when(given && !named, {
      field: 'affiliates',
      message: 'must be named where information is shared with them',
    }),
    ...when(!given && named, {
      field: 'affiliates',
      message: 'are named, and nothing is shared with them',
    }),
    ...when(isLeftOut && named !== hasReason, {
      field,
      message: 'must say why the line is left out, where affiliates are given information',
    }),
    ...when(!isLeftOut && hasReason, { field, message: 'belongs to a notice without that line' }),
  ]
}

function partnerProblems({ sharing, nonaffiliates, jointMarketing }: PrivacyNotice): Problems {
  const fits = (list: unknown, line: Sharing) => (list !== undefined) === line.shares
  return [
    ...when(!fits(nonaffiliates, sharing.nonaffiliatesMarketing), {
      field: 'nonaffiliates',
      message: 'must be named where information is shared with them, and nowhere else',
    }),
    ...when(!fits(jointMarketing, sharing.jointMarketing), {
      field: 'jointMarketing',
      message: 'must name partners where there is joint marketing, and nowhere else',
    }),
  ]
}

function when(isWrong: boolean, problem: Problems[number]): Problems {
  return isWrong ? [problem] : []
}

function optOutProblems(notice: PrivacyNotice): Problems {
  const { optOut } = notice
  const field = 'optOut'
  if (!canLimitAny(notice))
    return optOut
      ? [{ field, message: 'belongs to a notice with sharing that can be limited' }]
      : []
  if (!optOut) return [{ field, message: 'must say how customers limit sharing' }]
  return optOut.phone === undefined && optOut.website === undefined
    ? [{ field, message: 'must have a phone, a website, or both' }]
    : []
}
