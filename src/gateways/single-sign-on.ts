// Signing in at the lender's own identity provider, behind one interface (OpenID Connect Core 1.0,
// authorization code flow with PKCE).

/** What one sign-in is bound to: random, and known to nobody but the session that asks. */
export type SsoBinding = {
  readonly state: string
  readonly nonce: string
  /** Of PKCE (RFC 7636). */
  readonly verifier: string
}

export type SsoAsk = SsoBinding & {
  readonly callback: string
  /** The provider asks again whoever signed in there longer ago than so many seconds. */
  readonly maxAgeSeconds: number
}

/** Whom the provider names, once its answer was proved to be for us and for this sign-in. */
export type SsoPerson = {
  readonly issuer: string
  readonly subject: string
  /** Only where the provider says that it was verified. */
  readonly email: string | null
  readonly signedInAt: string
}

/**
 * `refused`: no answer for us, or not to what was asked. `weak`: nothing says that a strong enough
 * way was used, or that it was recent. `silent`: the provider cannot be reached.
 */
export type SsoAnswer =
  | { readonly is: 'person'; readonly person: SsoPerson }
  | { readonly is: 'refused' | 'weak' | 'silent' }

export type SingleSignOn = {
  /** Where to send the browser; null: the provider cannot be reached. */
  readonly start: (ask: SsoAsk) => Promise<string | null>
  /** `returned`: the whole address that the provider sent the browser back to. */
  readonly finish: (ask: SsoAsk & { readonly returned: string }) => Promise<SsoAnswer>
}
