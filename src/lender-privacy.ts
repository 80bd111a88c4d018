// What a lender shares of its customers, as its privacy notice says it.
import * as z from 'zod'
import { noticeProblems } from '#src/domain/notice-problems.ts'
import { COLLECTED_KINDS, COLLECTING_OCCASIONS } from '#src/domain/privacy-notice.ts'

const bothLanguages = z.strictObject({ en: z.string().min(1), es: z.string().min(1) })

const line = z.strictObject({ shares: z.boolean(), canLimit: z.boolean().default(false) })

/** By the model form of 12 CFR 1016, appendix: what it does not allow is refused. */
export const privacyNotice = z
  .strictObject({
    /** A new one for each change: customers are told of it. */
    revised: z.iso.date(),
    /** Five of the form's terms each, besides the Social Security number. */
    collects: z.array(z.enum(COLLECTED_KINDS)),
    collectedWhen: z.array(z.enum(COLLECTING_OCCASIONS)),
    collectsFromOthers: z.enum(['bureausOrAffiliates', 'otherCompanies', 'nobody']),
    sharing: z.strictObject({
      everydayBusiness: line,
      marketing: line,
      jointMarketing: line,
      affiliatesTransactions: line,
      affiliatesCreditworthiness: line,
      affiliatesMarketing: line.optional(),
      nonaffiliatesMarketing: line,
    }),
    affiliatesMarketingLeftOut: z.enum(['separateNotice', 'noOptOutNeeded']).optional(),
    affiliates: z.union([z.enum(['none', 'notShared']), bothLanguages]),
    nonaffiliates: bothLanguages.optional(),
    jointMarketing: bothLanguages.optional(),
    optOut: z
      .strictObject({
        phone: z.string().min(7).optional(),
        website: z.string().min(3).optional(),
        days: z.int().min(30).default(30),
        jointChoices: z.enum(['everyone', 'unlessToldOtherwise']),
      })
      .optional(),
    safeguards: bothLanguages.optional(),
    otherInformation: z.strictObject({ text: bothLanguages, isStateLaw: z.boolean() }).optional(),
  })
  .superRefine((notice, ctx) => {
    for (const { field, message } of noticeProblems(notice))
      ctx.addIssue({ code: 'custom', path: field.split('.'), message })
  })
