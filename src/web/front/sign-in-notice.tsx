import { Note } from '#src/ui/note.tsx'
import type { WebContext } from '../request-context.ts'

export const SIGN_IN_NOTICES = [
  'signedOut',
  'ended',
  'needed',
  'registered',
  'recovered',
  'factorsRemoved',
  'lostFactor',
] as const

export type SignInNoticeName = (typeof SIGN_IN_NOTICES)[number]

const done: ReadonlySet<SignInNoticeName> = new Set(['signedOut', 'recovered', 'factorsRemoved'])

/** What happened before, above the form. */
export function SignInNotice(props: { c: WebContext; notice: SignInNoticeName }) {
  const { c, notice } = props
  return (
    <Note tone={done.has(notice) ? 'ok' : 'info'}>{c.get('words').identity.notice[notice]}</Note>
  )
}
