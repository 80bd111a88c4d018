// Codes of authenticator apps (RFC 6238): HMAC-SHA-1, six digits, steps of 30 seconds. The step
// that runs and the one before it, for the time that typing takes (ASVS 5.0 V6.5.5).
import { generateURI, NobleCryptoPlugin, ScureBase32Plugin, verifySync } from 'otplib'
import { randomBytes } from '#src/vault/vault.ts'

const secretBytes = 20
const stepSeconds = 30

const crypto = new NobleCryptoPlugin()
const base32 = new ScureBase32Plugin()

/** As apps take it: base32, without padding. */
export function newSecret(): string {
  return base32.encode(randomBytes(secretBytes), { padding: false })
}

/** The step whose code this is, in whole periods since 1970; null when it is none that counts. */
export function stepOfCode(secret: string, code: string, now: string): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const epoch = Math.floor(Date.parse(now) / 1000)
  const judged = verifySync({
    secret,
    token: code,
    epoch,
    period: stepSeconds,
    epochTolerance: [stepSeconds, 0],
    crypto,
    base32,
  })
  return judged.valid && 'timeStep' in judged ? judged.timeStep : null
}

/** What the QR code says: who asks for the code, for whom, and the secret. */
export function enrollmentUri(of: {
  readonly issuer: string
  readonly username: string
  readonly secret: string
}): string {
  return generateURI({ issuer: of.issuer, label: of.username, secret: of.secret })
}
