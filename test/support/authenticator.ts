// Chromium's own virtual authenticator (DevTools protocol, domain WebAuthn): a device with a key
// store, whose owner is verified or not as the test says.
import type { CDPSession, Page } from 'playwright-core'

type Credential = {
  readonly credentialId: string
  readonly isResidentCredential: boolean
  readonly rpId?: string
  readonly privateKey: string
  readonly userHandle?: string
  readonly signCount: number
}

export class Authenticator {
  readonly #cdp: CDPSession
  readonly #id: string

  private constructor(cdp: CDPSession, id: string) {
    this.#cdp = cdp
    this.#id = id
  }

  /** One of the page, which answers at once. */
  static async of(page: Page): Promise<Authenticator> {
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new Authenticator(cdp, authenticatorId)
  }

  setUserVerified(isUserVerified: boolean): Promise<unknown> {
    const of = { authenticatorId: this.#id }
    return this.#cdp.send('WebAuthn.setUserVerified', { ...of, isUserVerified })
  }

  /** What its answers lie about, until it is set again. */
  lieAbout(bits: { isBogusSignature?: boolean; isBadUV?: boolean; isBadUP?: boolean }) {
    const of = { authenticatorId: this.#id }
    return this.#cdp.send('WebAuthn.setResponseOverrideBits', { ...of, ...bits })
  }

  async credentials(): Promise<Credential[]> {
    const of = { authenticatorId: this.#id }
    const { credentials } = await this.#cdp.send('WebAuthn.getCredentials', of)
    return credentials
  }

  /** The same key with another counter, as in a copy of the device. */
  async copyOf(credential: Credential, signCount: number): Promise<void> {
    const of = { authenticatorId: this.#id }
    const { credentialId } = credential
    await this.#cdp.send('WebAuthn.removeCredential', { ...of, credentialId })
    await this.add({ ...credential, signCount })
  }

  async add(credential: Credential): Promise<void> {
    await this.#cdp.send('WebAuthn.addCredential', { authenticatorId: this.#id, credential })
  }
}
