// The words of a message that leaves the portal, in the language of whoever gets it.
import { assert } from '#src/domain/assert.ts'
import type { Locale } from '#src/words/locale.ts'
import { type Words, words } from '#src/words/words.ts'

/** Keys of the wording. */
export type OutsideTemplate = keyof Words['outside']

export type OutsideMessage = {
  readonly template: string
  readonly locale: Locale
  /** The one-time code in it; null where there is none. */
  readonly code: string | null
  /** What a notice without a code is about; null where there is a code. */
  readonly factor: string | null
}

type Sender = { readonly name: string; readonly host: string; readonly fraudPhone: string }

export function mailOf(
  message: OutsideMessage,
  sender: Sender,
): { readonly subject: string; readonly text: string } {
  const wording = wordingOf(message)
  const paragraphs = wording.mail(sender, contentOf(message))
  return {
    subject: wording.subject(sender),
    text: `${paragraphs.join('\n\n')}\n\n${sender.name}\n`,
  }
}

export function textOf(message: OutsideMessage, sender: Sender): string {
  return wordingOf(message).text(sender, contentOf(message))
}

function wordingOf({ template, locale }: OutsideMessage): Words['outside'][OutsideTemplate] {
  const known = words(locale).outside
  const wording = Object.entries(known).find(([name]) => name === template)?.[1]
  assert(wording, `there are words for ${template}`)
  return wording
}

/** "482 913": read aloud and typed in halves; the form takes it with and without the blank. */
function contentOf({ code, factor }: OutsideMessage): string {
  return code === null ? (factor ?? '') : code.replace(/(\d{3})(?=\d)/g, '$1 ')
}
