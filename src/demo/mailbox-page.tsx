// GET /mailbox on the desk's port, in a demo only.
import type { Hono } from 'hono'
import { type AssetName, renderDocument } from '#src/ui/document.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { words } from '#src/words/words.ts'
import type { KeptMessage } from './kept-message.ts'

export type AssetUrl = (name: AssetName) => string

export function registerMailbox(
  app: Hono,
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
  const w = words('en').desk.mailbox
  return (
    <main id="main" class="k-plain">
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <p>
        <a href="/mailbox">{w.again}</a>
      </p>
      {messages.length === 0 && <p>{w.none}</p>}
      {messages.map((message) => (
        <Panel title={message.subject ?? w.text} lead={w.to(message.to, message.at)}>
          {paragraphsOf(message.text).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </Panel>
      ))}
    </main>
  )
}

function paragraphsOf(text: string): string[] {
  return text.trim().split('\n\n')
}
