// Passwords that guessing programs try first: a published list of some 49,000, and what people make
// of them to reach a minimum length. A phrase of three or more words is left alone, however common
// its words are.
import { dictionary } from '@zxcvbn-ts/language-common'

let listed: ReadonlySet<string> | undefined

/**
 * True for a listed password, two listed ones in a row, one with digits or signs around it, or a
 * repetition.
 */
export function isKnownPassword(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [folded, core].some((text) => isListed(text) || isTwoListed(text) || isRepetition(text))
}

function isListed(text: string): boolean {
  listed ??= new Set(dictionary['passwords-common'])
  return listed.has(text)
}

function isTwoListed(text: string): boolean {
  for (let at = 1; at < text.length; at += 1) {
    if (isListed(text.slice(0, at)) && isListed(text.slice(at))) return true
  }
  return false
}

/**
 * "abcabcabcabcabc", "aaaaaaaaaaaaaaa", also with a last piece that is cut short; a repeated long
 * phrase is no such thing.
 */
function isRepetition(text: string): boolean {
  for (let size = 1; size * 2 <= text.length && size <= 12; size += 1) {
    const unit = text.slice(0, size)
    if (unit.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true
  }
  return false
}
