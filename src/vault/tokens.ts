// Tokens of cookies: 256 random bits that only the browser keeps, and what the database knows of
// them.
import { createHash } from 'node:crypto'
import { randomBytes } from './vault.ts'

export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
