// The portal as a function of what it needs. Order matters: name the request, dress the answer,
// serve files, find the visitor, guard forms, then pages.
import { availableParallelism } from 'node:os'
import { Hono } from 'hono'
import { compressed } from '#src/http/compressed.ts'
import { registerPolicyReports } from '#src/http/policy-reports.ts'
import { securityHeaders } from '#src/http/security-headers.ts'
import { serveAssets } from '#src/http/static-files.ts'
import { createPasswords } from '#src/identity/passwords.ts'
import { registerPlainPages } from './about/plain-pages.tsx'
import { registerPreferences } from './about/preferences.tsx'
import { registerAccountChoice } from './account/account-choice.tsx'
import { registerMessages } from './account/messages.tsx'
import { registerMore } from './account/more.tsx'
import { registerOverview } from './account/overview.tsx'
import { registerTerms } from './account/terms.tsx'
import { registerActivity } from './activity/activity.tsx'
import { registerWorking } from './activity/working-page.tsx'
import { registerAutopayForm } from './autopay/autopay-form-page.tsx'
import { registerAutopayPage } from './autopay/autopay-page.tsx'
import { registerAutopayReview } from './autopay/autopay-review.tsx'
import { registerAutopayStop } from './autopay/autopay-stop.tsx'
import { registerAddBankAccount } from './bank-accounts/add-bank-account.tsx'
import { registerBankAccountChanges } from './bank-accounts/bank-account-changes.tsx'
import { registerBankAccountList } from './bank-accounts/bank-account-list.tsx'
import { registerBankAccountRemoval } from './bank-accounts/bank-account-removal.tsx'
import { registerCardAmount } from './cards/card-amount.tsx'
import { registerCardEvents } from './cards/card-events.ts'
import { registerCardPayment } from './cards/card-payment.tsx'
import { registerCardReview } from './cards/card-review.tsx'
import { registerClosure } from './closing/closure.tsx'
import { registerConfirm } from './confirm/confirm.tsx'
import { registerConfirmAuthenticator } from './confirm/confirm-authenticator.tsx'
import { registerConfirmBackupCode } from './confirm/confirm-backup-code.tsx'
import { registerConfirmPasskey } from './confirm/confirm-passkey.tsx'
import { registerAskPaper } from './documents/ask-paper.tsx'
import { registerCheck } from './documents/check.tsx'
import { registerDocuments } from './documents/documents-page.tsx'
import { registerPaperFile } from './documents/paper-file.ts'
import { registerPayoffLetter } from './documents/payoff-letter.tsx'
import { registerProofs } from './documents/proofs.tsx'
import { failedPage, notFoundPage } from './errors.tsx'
import { guardForms } from './form-guard.ts'
import { registerRecover } from './front/recover.tsx'
import { registerRegister } from './front/register.tsx'
import { registerSignIn } from './front/sign-in.tsx'
import { registerSignOut } from './front/sign-out.tsx'
import { registerHelp } from './help/help.tsx'
import { registerPasskeyEntry } from './passkeys/passkey-entry.tsx'
import { registerPasskeys } from './passkeys/passkeys.tsx'
import { registerPaymentChange } from './payments/change.tsx'
import { registerPaymentAmount } from './payments/new-payment.tsx'
import { registerPaymentReview } from './payments/review.tsx'
import { registerPayoff } from './payoff/payoff.tsx'
import { registerAddress } from './profile/address.tsx'
import { registerContact } from './profile/contact.tsx'
import { registerContactCode } from './profile/contact-code.tsx'
import { registerContactRemoval } from './profile/contact-removal.tsx'
import { registerProfile } from './profile/profile.tsx'
import { registerFactorProof } from './proofs/factor-proof.tsx'
import { registerLostFactor } from './proofs/lost-factor.tsx'
import { registerLostFactorRemoval } from './proofs/lost-factor-removal.tsx'
import { registerNewAccount } from './proofs/new-account.tsx'
import { registerNewAccountContact } from './proofs/new-account-contact.tsx'
import { registerShowAccount } from './proofs/show-account.tsx'
import { registerShowContact } from './proofs/show-contact.tsx'
import { registerCancellation } from './receipts/cancellation.tsx'
import { registerPaymentList } from './receipts/payment-list.tsx'
import { registerPaymentPage } from './receipts/payment-page.tsx'
import { identifyRequest, resolveVisitor, type Web, type WebEnv } from './request-context.ts'
import { registerCardSetup } from './saved-cards/card-visit-page.tsx'
import { registerSaveCard } from './saved-cards/save-card.tsx'
import { registerAuthenticator } from './security/authenticator.tsx'
import { registerAuthenticatorRemoval } from './security/authenticator-removal.tsx'
import { registerBackupCodes } from './security/backup-codes.tsx'
import { registerEnroll } from './security/enroll.tsx'
import { registerGoingOn } from './security/going-on.tsx'
import { registerHeldForm } from './security/held-form.ts'
import { registerNotMe } from './security/not-me.tsx'
import { registerPassword } from './security/password.tsx'
import { registerSecurity } from './security/security.tsx'
import { registerSessions } from './security/sessions.tsx'
import { registerStronger } from './security/stronger.tsx'
import { registerTrustedDevices } from './security/trusted-devices.tsx'
import { registerSharing } from './sharing/sharing-pages.ts'
import { registerCalendarFeed } from './your-data/calendar-feed.ts'
import { registerCalendarForms } from './your-data/calendar-forms.tsx'
import { registerEverything } from './your-data/everything.tsx'
import { registerLedgerDownload } from './your-data/ledger-download.ts'
import { registerYourData } from './your-data/your-data.tsx'

type Usual = 'proxyHops' | 'moneyClock' | 'card'

/** `proxyHops` 0 when nothing of ours stands before this process; money goes by `clock` too. */
export type WebDeps = Omit<Web, 'passwords' | Usual> & Partial<Pick<Web, Usual>>

/**
 * Adds pages to the portal; each page file exports one such function, and its paths are written
 * there.
 */
type RegisterPages = (app: Hono<WebEnv>) => void

const hashesWaiting = 64

export function createWeb(deps: WebDeps): Hono<WebEnv> {
  const limits = { atOnce: availableParallelism(), waiting: hashesWaiting }
  const passwords = createPasswords({ vault: deps.vault, limits })
  const web: Web = { proxyHops: 0, moneyClock: deps.clock, card: null, ...deps, passwords }
  const app = new Hono<WebEnv>()
  app.onError((error, c) => failedPage(c, error))
  app.notFound((c) => notFoundPage(c))
  app.use(identifyRequest(web), securityHeaders())
  app.get('/assets/:file', serveAssets(web.assets))
  registerPolicyReports(app, (report) => web.log.warn(report, 'content policy violation'))
  registerCardEvents(app)
  app.use(compressed(), resolveVisitor(), guardForms())
  for (const register of pages) register(app)
  return app
}

const pages: readonly RegisterPages[] = [
  registerSignIn,
  registerSignOut,
  registerConfirm,
  registerConfirmAuthenticator,
  registerConfirmBackupCode,
  registerConfirmPasskey,
  registerRegister,
  registerShowAccount,
  registerShowContact,
  registerRecover,
  registerLostFactor,
  registerLostFactorRemoval,
  registerFactorProof,
  registerNewAccount,
  registerNewAccountContact,
  registerPreferences,
  registerPlainPages,
  registerHelp,
  registerAccountChoice,
  registerActivity,
  registerMessages,
  registerMore,
  registerOverview,
  registerTerms,
  registerWorking,
  registerAutopayPage,
  registerAutopayForm,
  registerAutopayReview,
  registerAutopayStop,
  registerAddBankAccount,
  registerBankAccountList,
  registerBankAccountChanges,
  registerBankAccountRemoval,
  registerPaymentAmount,
  registerPaymentReview,
  registerPaymentChange,
  registerPaymentPage,
  registerPaymentList,
  registerCancellation,
  registerCardAmount,
  registerCardReview,
  registerCardPayment,
  registerSaveCard,
  registerCardSetup,
  registerPayoff,
  registerPayoffLetter,
  registerProofs,
  registerDocuments,
  registerAskPaper,
  registerPaperFile,
  registerCheck,
  registerSharing,
  registerYourData,
  registerCalendarForms,
  registerCalendarFeed,
  registerLedgerDownload,
  registerEverything,
  registerSecurity,
  registerSessions,
  registerTrustedDevices,
  registerPassword,
  registerNotMe,
  registerClosure,
  registerAuthenticator,
  registerAuthenticatorRemoval,
  registerBackupCodes,
  registerEnroll,
  registerStronger,
  registerHeldForm,
  registerGoingOn,
  registerProfile,
  registerContact,
  registerContactCode,
  registerContactRemoval,
  registerAddress,
  registerPasskeyEntry,
  registerPasskeys,
]
