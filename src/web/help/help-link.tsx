// From where the trouble happens to its answer.
import type { Words } from '#src/words/words.ts'
import type { WebContext } from '../request-context.ts'
import { helpPath } from './topics.ts'

export function HelpLink(props: { c: WebContext; topic: keyof Words['help']['links'] }) {
  const { c, topic } = props
  return (
    <p class="k-row">
      <a href={helpPath(topic)}>{c.get('words').help.links[topic]}</a>
    </p>
  )
}
