// From where the trouble happens to its answer.
import type { Words } from '#src/words/words.ts'
import type { WebContext } from '../request-context.ts'
import { helpPath } from './topics.ts'

type LinkedTopic = keyof Words['help']['links']

/** Nothing where there is no topic. */
export function HelpLink(props: { c: WebContext; topic: LinkedTopic | undefined }) {
  const { c, topic } = props
  if (!topic) return null
  return (
    <p class="k-row">
      <a href={helpPath(topic)}>{c.get('words').help.links[topic]}</a>
    </p>
  )
}

/** By what happened at the sign-in form. */
export const AT_SIGN_IN: Readonly<Partial<Record<string, LinkedTopic>>> = {
  wrong: 'wrong-password',
  paused: 'locked-out',
  closed: 'locked-out',
}
