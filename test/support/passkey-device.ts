// A device with passkeys and the browser around it, without either: an emulator that follows the
// same specification, for tests below the pages.
import {
  AuthenticatorEmulator,
  PasskeysCredentialsMemoryRepository,
  WebAuthnEmulator,
} from 'nid-webauthn-emulator'
import type { NewPasskeyResponse, PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'
import type { askForNewPasskey, askForPasskey } from '#src/identity/factors/passkey-options.ts'

type Asked = Awaited<ReturnType<typeof askForPasskey>>
type AskedForNew = Awaited<ReturnType<typeof askForNewPasskey>>

export type PasskeyDevice = {
  readonly make: (options: AskedForNew, origin?: string) => NewPasskeyResponse
  readonly show: (options: Asked, origin?: string) => PasskeyResponse
}

/** `person`: whether the device verifies who uses it; such a one makes no difference to the rest. */
export function passkeyDevice(origin: string, person: 'verified' | 'unknown' = 'verified') {
  const verifications = { userPresent: true, userVerified: person === 'verified' }
  const interaction = () => ({ options: { up: true, uv: person === 'verified' } })
  const emulator = new WebAuthnEmulator(
    new AuthenticatorEmulator({
      verifications,
      // Without its own, every device would share one.
      credentialsRepository: new PasskeysCredentialsMemoryRepository(),
      userMakeCredentialInteraction: interaction,
      userGetAssertionInteraction: interaction,
    }),
  )
  return {
    make: (options: AskedForNew, from = origin) =>
      emulator.createJSON(from, options as never) as unknown as NewPasskeyResponse,
    show: (options: Asked, from = origin) =>
      emulator.getJSON(from, options as never) as unknown as PasskeyResponse,
  } satisfies PasskeyDevice
}
