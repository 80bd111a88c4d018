// GET /mailbox on the desk's port, in a demo only.
import type { Env, Hono } from 'hono'
import { ButtonLink, Buttons } from '#src/ui/button.tsx'
import { renderDocument } from '#src/ui/document.tsx'
import { Empty } from '#src/ui/empty.tsx'
import { PlainPage } from '#src/ui/layout/plain-page.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { words } from '#src/words/words.ts'
import type { AssetUrl } from './demo-host.ts'
import type { KeptMessage } from './kept-message.ts'

export function registerMailbox<E extends Env>(
  app: Hono<E>,
  deps: { readonly assets: AssetUrl; readonly read: () => Promise<KeptMessage[]> },
): void {
  app.get('/mailbox', async (c) => {
    const messages = await deps.read()
    const { desk } = words('en')
    c.header('cache-control', 'no-store')
    return c.html(
      renderDocument({
        lang: 'en',
        title: desk.mailbox.title,
        assets: deps.assets,
        skipLabel: desk.skip,
        children: <Mailbox messages={messages} />,
      }),
    )
  })
}

function Mailbox({ messages }: { messages: readonly KeptMessage[] }) {
  const { mailbox: w, title } = words('en').desk
  return (
    <PlainPage name={title} href="/" title={w.title} lead={w.lead}>
      <Buttons>
        <ButtonLink href="/mailbox">{w.again}</ButtonLink>
        <ButtonLink href="/time">{w.time}</ButtonLink>
      </Buttons>
      {messages.length === 0 && (
        <Panel>
          <Empty title={w.none}>{w.noneText}</Empty>
        </Panel>
      )}
      {messages.map((message) => (
        <Panel title={message.subject ?? w.text} lead={w.to(message.to, message.at)}>
          <div class="k-flow">
            {paragraphsOf(message.text).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </Panel>
      ))}
    </PlainPage>
  )
}

function paragraphsOf(text: string): string[] {
  return text.trim().split('\n\n')
}
