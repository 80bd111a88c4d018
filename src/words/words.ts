// Every sentence a person reads, in every language, behind typed keys. A section is one file per
// language; the Spanish file has the type of the English one, so that a missing sentence does not
// compile.
import { account as accountEn } from './en/account.ts'
import { activity as activityEn } from './en/activity.ts'
import { autopay as autopayEn } from './en/autopay/autopay.ts'
import { bankAccounts as bankAccountsEn } from './en/banking/bank-accounts.ts'
import { cards as cardsEn } from './en/cards/cards.ts'
import { desk as deskEn } from './en/desk/desk.ts'
import { documents as documentsEn } from './en/documents/documents.ts'
import { explanation as explanationEn } from './en/explanation.ts'
import { help as helpEn } from './en/help/help.ts'
import { accountProof as accountProofEn } from './en/identity/account-proof.ts'
import { closing as closingEn } from './en/identity/closing.ts'
import { identity as identityEn } from './en/identity/identity.ts'
import { passkeys as passkeysEn } from './en/identity/passkeys.ts'
import { profile as profileEn } from './en/identity/profile.ts'
import { protection as protectionEn } from './en/identity/protection.ts'
import { provenChanges as provenChangesEn } from './en/identity/proven-changes.ts'
import { secondFactors as secondFactorsEn } from './en/identity/second-factors.ts'
import { security as securityEn } from './en/identity/security.ts'
import { stepUp as stepUpEn } from './en/identity/step-up.ts'
import { stronger as strongerEn } from './en/identity/stronger.ts'
import { lease as leaseEn } from './en/lease.ts'
import { leaseTerms as leaseTermsEn } from './en/lease-terms.ts'
import { messages as messagesEn } from './en/messages.ts'
import { outside as outsideEn } from './en/outside.ts'
import { payments as paymentsEn } from './en/payments.ts'
import { payoff as payoffEn } from './en/payoff.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { sharing as sharingEn } from './en/sharing/sharing.ts'
import { shell as shellEn } from './en/shell.ts'
import { terms as termsEn } from './en/terms.ts'
import { yourData as yourDataEn } from './en/your-data.ts'
import { account as accountEs } from './es/account.ts'
import { activity as activityEs } from './es/activity.ts'
import { autopay as autopayEs } from './es/autopay/autopay.ts'
import { bankAccounts as bankAccountsEs } from './es/banking/bank-accounts.ts'
import { cards as cardsEs } from './es/cards/cards.ts'
import { desk as deskEs } from './es/desk/desk.ts'
import { documents as documentsEs } from './es/documents/documents.ts'
import { explanation as explanationEs } from './es/explanation.ts'
import { help as helpEs } from './es/help/help.ts'
import { accountProof as accountProofEs } from './es/identity/account-proof.ts'
import { closing as closingEs } from './es/identity/closing.ts'
import { identity as identityEs } from './es/identity/identity.ts'
import { passkeys as passkeysEs } from './es/identity/passkeys.ts'
import { profile as profileEs } from './es/identity/profile.ts'
import { protection as protectionEs } from './es/identity/protection.ts'
import { provenChanges as provenChangesEs } from './es/identity/proven-changes.ts'
import { secondFactors as secondFactorsEs } from './es/identity/second-factors.ts'
import { security as securityEs } from './es/identity/security.ts'
import { stepUp as stepUpEs } from './es/identity/step-up.ts'
import { stronger as strongerEs } from './es/identity/stronger.ts'
import { lease as leaseEs } from './es/lease.ts'
import { leaseTerms as leaseTermsEs } from './es/lease-terms.ts'
import { messages as messagesEs } from './es/messages.ts'
import { outside as outsideEs } from './es/outside.ts'
import { payments as paymentsEs } from './es/payments.ts'
import { payoff as payoffEs } from './es/payoff.ts'
import { refusals as refusalsEs } from './es/refusals.ts'
import { sharing as sharingEs } from './es/sharing/sharing.ts'
import { shell as shellEs } from './es/shell.ts'
import { terms as termsEs } from './es/terms.ts'
import { yourData as yourDataEs } from './es/your-data.ts'
import type { Locale } from './locale.ts'

const english = {
  account: accountEn,
  provenChanges: provenChangesEn,
  accountProof: accountProofEn,
  activity: activityEn,
  bankAccounts: bankAccountsEn,
  autopay: autopayEn,
  cards: cardsEn,
  closing: closingEn,
  desk: deskEn,
  documents: documentsEn,
  explanation: explanationEn,
  help: helpEn,
  identity: identityEn,
  lease: leaseEn,
  leaseTerms: leaseTermsEn,
  messages: messagesEn,
  outside: outsideEn,
  passkeys: passkeysEn,
  payments: paymentsEn,
  payoff: payoffEn,
  profile: profileEn,
  protection: protectionEn,
  refusals: refusalsEn,
  secondFactors: secondFactorsEn,
  security: securityEn,
  sharing: sharingEn,
  shell: shellEn,
  stepUp: stepUpEn,
  stronger: strongerEn,
  terms: termsEn,
  yourData: yourDataEn,
}

export type Words = typeof english

const spanish: Words = {
  account: accountEs,
  provenChanges: provenChangesEs,
  accountProof: accountProofEs,
  activity: activityEs,
  bankAccounts: bankAccountsEs,
  autopay: autopayEs,
  cards: cardsEs,
  closing: closingEs,
  desk: deskEs,
  documents: documentsEs,
  explanation: explanationEs,
  help: helpEs,
  identity: identityEs,
  lease: leaseEs,
  leaseTerms: leaseTermsEs,
  messages: messagesEs,
  outside: outsideEs,
  passkeys: passkeysEs,
  payments: paymentsEs,
  payoff: payoffEs,
  profile: profileEs,
  protection: protectionEs,
  refusals: refusalsEs,
  secondFactors: secondFactorsEs,
  security: securityEs,
  sharing: sharingEs,
  shell: shellEs,
  stepUp: stepUpEs,
  stronger: strongerEs,
  terms: termsEs,
  yourData: yourDataEs,
}

export function words(locale: Locale): Words {
  return locale === 'es' ? spanish : english
}
