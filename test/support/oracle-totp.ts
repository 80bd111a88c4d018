// Codes of an authenticator app, made with nothing but an HMAC: RFC 4226 section 5.3, RFC 6238
// section 4. Independent of what the portal uses.
import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code that an app with this base32 secret shows at that moment. */
export function appCode(secret: string, moment: string): string {
  return hotp(fromBase32(secret), Math.floor(Date.parse(moment) / 30_000))
}

export function hotp(key: Uint8Array, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const digest = createHmac('sha1', key).update(message).digest()
  const number = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fff_ffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** RFC 4648 section 6, without padding; blanks between groups do not matter. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => alphabet[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

function fromBase32(text: string): Buffer {
  const symbols = text.replaceAll(' ', '').split('')
  const bits = symbols.map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0'))
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}
