import type { Way, Ways } from '#src/identity/entry/ways.ts'
import { wayPath } from '../front/as-confirming.ts'
import type { WebContext } from '../request-context.ts'

/** The ways that are not on the page, as plain links. */
export function OtherWays(props: { c: WebContext; ways: Ways; others: readonly Way[] }) {
  const { c, others } = props
  if (others.length === 0) return null
  const w = c.get('words').secondFactors.ways
  return (
    <>
      <hr class="k-rule" />
      <h2 class="k-name">{w.heading}</h2>
      <ul class="k-links">
        {others.map((way) => (
          <li>
            <a href={wayPath(c, way)}>{way === 'code' ? codeWords(props) : w[way]}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function codeWords({ c, ways }: { c: WebContext; ways: Ways }): string {
  const w = c.get('words').secondFactors.ways
  const methods = new Set(ways.contacts.map(({ method }) => method))
  if (methods.size > 1) return w.textOrMail
  return methods.has('sms') ? w.text : w.mail
}
