// Whether a password stands in a collection of breached ones, asked by range: only the first five
// hex digits of its SHA-1 leave this machine, and the answer is some hundreds of endings (the
// k-anonymity range API of Have I Been Pwned, and whatever has its shape).
import { createHash } from 'node:crypto'

const WAIT_MS = 2000
/** A padded answer holds some 1,000 lines of 40 signs. */
const MOST_CHARACTERS = 1_000_000

export type IsBreached = (password: string) => Promise<boolean>

/**
 * `url` ends where the five digits begin: "https://api.example/range/". A service that does not
 * answer refuses nobody: it is written down, and our own list still counts.
 */
export function breachedPasswords(
  url: string,
  log: { readonly warn: (details: object, message: string) => void },
): IsBreached {
  return async (password) => {
    const digest = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase()
    try {
      return isListed(await askFor(url, digest.slice(0, 5)), digest.slice(5))
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown'
      log.warn({ reason }, 'the service of breached passwords did not answer')
      return false
    }
  }
}

async function askFor(url: string, range: string): Promise<string> {
  const answer = await fetch(`${url}${range}`, {
    // So that the size of the answer does not tell the range.
    headers: { 'Add-Padding': 'true' },
    redirect: 'error',
    signal: AbortSignal.timeout(WAIT_MS),
  })
  if (!answer.ok) throw new Error(`answered ${answer.status}`)
  const text = await answer.text()
  if (text.length > MOST_CHARACTERS) throw new Error('answered too much')
  return text
}

/** Lines of "ENDING:COUNT"; those that only pad have a count of 0. */
function isListed(text: string, ending: string): boolean {
  return text.split('\n').some((line) => {
    const [found = '', count = '0'] = line.trim().split(':')
    return found.toUpperCase() === ending && Number(count) > 0
  })
}
