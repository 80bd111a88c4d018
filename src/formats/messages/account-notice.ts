// A message of the portal as an e-mail: the same words, and where to see the rest. Never a link.
import { assert } from '#src/domain/assert.ts'
import type { Locale } from '#src/words/locale.ts'
import { words } from '#src/words/words.ts'
import { noticeWords } from './notice-facts.ts'

export function accountNoticeMail(
  message: {
    readonly template: string
    readonly locale: Locale
    readonly parameters: Readonly<Record<string, unknown>>
  },
  sender: { readonly name: string; readonly host: string; readonly fraudPhone: string },
): { readonly subject: string; readonly text: string } {
  const known = noticeWords(message, message.locale)
  assert(known, `there are words for ${message.template}`)
  const closing = words(message.locale).messages.mailEnd(sender)
  return {
    subject: `${sender.name}: ${known.title}`,
    text: `${[known.text, closing].join('\n\n')}\n\n${sender.name}\n`,
  }
}
