import type { WebContext } from '../request-context.ts'

/** In a demo nothing leaves the machine: says where its messages can be read. */
export function DemoMailbox({ c }: { c: WebContext }) {
  const { config } = c.get('web')
  if (config.messages !== null) return null
  const w = c.get('words').identity.confirm
  return (
    <p class="k-row k-ink2">
      {w.demo} <a href={`${config.deskOrigin}/mailbox`}>{w.demoMailbox}</a>
    </p>
  )
}
