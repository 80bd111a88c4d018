// What messages to a person's own contacts are called; each has its wording in `words`.

export type CodeTemplate =
  | 'signInCode'
  | 'registrationCode'
  | 'recoveryCode'
  | 'lostFactorCode'
  | 'newAccountCode'
  | 'contactCode'

/** What became of a payment of one's own. */
export type PaymentTemplate =
  | 'paymentScheduled'
  | 'paymentChanged'
  | 'paymentCanceled'
  | 'paymentApplied'
  | 'paymentHeld'
  | 'paymentSentAgain'
  | 'paymentNotSent'

type CardBack = 'cardWentBack' | 'cardSentBack' | 'cardRefundFailed' | 'cardDisputeOver'
/** The same of a payment by card. */
export type CardTemplate = 'cardPaid' | 'cardNotTaken' | CardBack

export type NoticeTemplate =
  | PaymentTemplate
  | CardTemplate
  | 'registered'
  | 'passwordReset'
  | 'passwordChanged'
  | 'reportedNotMe'
  | 'recoveryStarted'
  | 'deviceTrusted'
  | 'unusualSignIn'
  | 'authenticatorAdded'
  | 'authenticatorRemoved'
  | 'backupCodesMade'
  | 'backupCodeUsed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'passkeyCopied'
  | 'factorsRecovered'
  | 'factorProved'
  | 'accountAdded'
  | 'registrationRepeated'
  | `${'phone' | 'email'}${'Added' | 'Replaced' | 'Removed'}`
  | 'addressChanged'
  | 'paymentReturned'
  | 'paymentDue'
  | 'paymentPastDue'
  | 'statementReady'
  | 'statementCorrected'
  | 'vehicleInterestReady'
  | 'privacyNoticeGiven'
  | 'defermentOffered'
  | `paper${'Attached' | 'Removed' | 'Mailed'}`
  | 'papersByMail'
  | 'bankAccountStopped'
  | 'bankAccountCorrected'
  | 'bankAccountRefused'
  | 'signInClosed'
  | 'payoffLinkMade'
  | 'payoffLinkLocked'
  | 'dealerPaying'
  | 'payoffLate'
  | 'payoffShort'
  | 'payoffArrived'
