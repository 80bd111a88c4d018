// What a browser says of a passkey, as the hidden field of a form: JSON of its own (WebAuthn Level
// 3, section 5.1.8). Null for whatever is not that; what it proves is judged elsewhere.
import * as z from 'zod'
import type { NewPasskeyResponse, PasskeyResponse } from '#src/identity/factors/passkey-ceremony.ts'

/** Far above any key or signature in use. */
const bytes = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(16_384)
const id = bytes.max(1364)
const kind = { type: z.literal('public-key'), id, rawId: id }

const shown = z.object({
  ...kind,
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.max(86),
  }),
})

const made = z.object({
  ...kind,
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(8)
      .catch([]),
  }),
})

export function readShownPasskey(text: string | undefined): PasskeyResponse | null {
  const read = shown.safeParse(jsonOf(text))
  return read.success ? { ...read.data, clientExtensionResults: {} } : null
}

export function readNewPasskey(text: string | undefined): NewPasskeyResponse | null {
  const read = made.safeParse(jsonOf(text))
  return read.success ? { ...read.data, clientExtensionResults: {} } : null
}

function jsonOf(text = ''): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
