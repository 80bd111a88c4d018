// One change of a person's papers in a sentence, the same for them and for staff. Contacts and
// addresses come masked.
import type { Words } from './words.ts'

type Change = {
  readonly kind:
    | 'contactAdded'
    | 'contactReplaced'
    | 'contactRemoved'
    | 'addressChanged'
    | 'languageChanged'
    | 'paperlessChosen'
  readonly method: 'sms' | 'email' | null
  readonly was: string | null
  readonly became: string | null
}

export function changeSentence(words: Words, change: Change): string {
  const { history: w, language } = words.profile
  const [was, became] = [change.was ?? '', change.became ?? '']
  const isPhone = change.method === 'sms'
  const name = (code: string) => language.names[code === 'es' ? 'es' : 'en']
  switch (change.kind) {
    case 'contactAdded':
      return isPhone ? w.phoneAdded(became) : w.emailAdded(became)
    case 'contactReplaced':
      return isPhone ? w.phoneReplaced(was, became) : w.emailReplaced(was, became)
    case 'contactRemoved':
      return isPhone ? w.phoneRemoved(was) : w.emailRemoved(was)
    case 'addressChanged':
      return change.was === null ? w.addressAdded : w.addressChanged(was)
    case 'languageChanged':
      return w.language(name(was), name(became))
    case 'paperlessChosen':
      return became === 'online' ? w.online : w.mail
  }
}
