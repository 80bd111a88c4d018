/** What staff can be told no about. `words` has one sentence for each that says what to do. */
export type StaffRefusal =
  | { readonly code: 'passkeyRefused' }
  /** What it should sign was used, is too old, or was asked for by another page. */
  | { readonly code: 'passkeyTooLate' }
  /** Its counter went back: there are two of it. It is revoked. */
  | { readonly code: 'passkeyCopied' }
  | { readonly code: 'passkeyNotAdded' }
  /** It is the last way in. */
  | { readonly code: 'lastPasskey' }
  | { readonly code: 'waitBeforeTrying'; readonly until: string }
  /** Used, too old, withdrawn, or never was. */
  | { readonly code: 'linkSpent' }
  /** The provider's answer is none, or does not fit what was asked. */
  | { readonly code: 'ssoRefused' }
  /** The provider does not say that a strong enough way was used, recently enough. */
  | { readonly code: 'ssoTooWeak' }
  | { readonly code: 'ssoUnknownPerson' }
  | { readonly code: 'ssoSilent' }
  | { readonly code: 'emailTaken' }
  /** Somebody else has to approve it, or did so already. */
  | { readonly code: 'notYours' }

export type StaffOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: StaffRefusal }

export function staffAccepted<T>(value: T): StaffOutcome<T> {
  return { ok: true, value }
}

export function staffRefused(refusal: StaffRefusal): StaffOutcome<never> {
  return { ok: false, refusal }
}
