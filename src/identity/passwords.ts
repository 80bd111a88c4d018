// Argon2id over a keyed digest of the password: a stolen database without the key is worth nothing
// (NIST 800-63B-4 section 3.1.1.2). The parameters stand in each stored string, so that they can
// grow.
import { randomBytes } from 'node:crypto'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { accepted, type Outcome, refused } from '#src/domain/refusal.ts'
import type { Vault } from '#src/vault/vault.ts'
import type { AttemptPermit } from './throttle.ts'
import { createWorkQueue, type Turn } from './work-queue.ts'

/** 64 MiB, 3 passes, 1 lane, 32 bytes out. */
const parameters = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: 32 } as const
const saltBytes = 16

/**
 * `newStored` is present when the password was right and its stored form is older than today's
 * parameters.
 */
export type PasswordCheck = { readonly matches: boolean; readonly newStored?: string }

export type Passwords = {
  /** The PHC string to store. Refused: `busy`. */
  readonly store: (password: string) => Promise<Outcome<string>>
  /**
   * One argon2 run whether a login exists or not: pass null as `stored` for a name that nobody
   * has. Refused: `busy`.
   */
  readonly check: (
    permit: AttemptPermit,
    given: { readonly password: string; readonly stored: string | null },
  ) => Promise<Outcome<PasswordCheck>>
}

export function createPasswords(deps: {
  vault: Vault
  /** How many argon2 runs at once, the number of cores; and how many more may wait. */
  limits: { atOnce: number; waiting: number }
}): Passwords {
  const queue = createWorkQueue(deps.limits)
  // As text: the library refuses to verify bytes that are no UTF-8.
  const pepper = (password: string) =>
    deps.vault.mac('password', password.normalize('NFC')).toString('base64')
  const decoy = decoyString()

  async function inTurn<T>(work: () => Promise<T>, turn?: Turn): Promise<Outcome<T>> {
    const answer = await queue.run(work, turn)
    if (answer.done) return accepted(answer.value)
    return refused({ code: 'busy', retryAfterSeconds: answer.retryAfterSeconds })
  }

  return {
    store: (password) => inTurn(() => hash(pepper(password), parameters)),
    check: (permit, { password, stored }) =>
      inTurn(async () => {
        const matches = await verify(stored ?? decoy, pepper(password))
        if (!matches || stored === null) return { matches: false }
        if (isCurrent(stored)) return { matches }
        return { matches, newStored: await hash(pepper(password), parameters) }
      }, turnOf(permit)),
  }
}

/** A browser that the login knows goes before strangers. */
function turnOf({ keys }: AttemptPermit): Turn {
  return keys.some(({ scope }) => scope.endsWith('-device')) ? 'first' : 'inOrder'
}

/**
 * A stored form that no password has, checked for names that do not exist so that they take as
 * long.
 */
function decoyString(): string {
  const base64 = (size: number) => randomBytes(size).toString('base64').replaceAll('=', '')
  const { memoryCost, timeCost, parallelism, outputLen } = parameters
  const cost = `m=${memoryCost},t=${timeCost},p=${parallelism}`
  return `$argon2id$v=19$${cost}$${base64(saltBytes)}$${base64(outputLen)}`
}

function isCurrent(stored: string): boolean {
  const now = parseOptions(stored)
  return (
    stored.startsWith('$argon2id$v=19$') &&
    now.memoryCost === parameters.memoryCost &&
    now.timeCost === parameters.timeCost &&
    now.parallelism === parameters.parallelism &&
    now.outputLen === parameters.outputLen
  )
}
