// GET and POST /time on the desk's port, in a demo only: money's clock, and buttons that move it on.
import type { Context, Env, Hono } from 'hono'
import type { ComponentChildren } from 'preact'
import { renderDocument } from '#src/ui/document.tsx'
import { words } from '#src/words/words.ts'
import type { DemoHost } from './demo-host.ts'
import type { DemoTime, PassRefusal } from './demo-time.ts'
import { Time } from './time-panels.tsx'

export function registerTime<E extends Env>(app: Hono<E>, host: DemoHost<E>, time: DemoTime): void {
  app.get('/time', async (c) => show(c, { host, time }, { to: '', refusal: null }))
  app.post('/time', async (c) => {
    const { step, to = '' } = host.typed(c)
    const refusal = await time.pass(step ?? to)
    // A button that was pressed twice, or on a page that was left open, asks for what is done.
    const isDone = refusal === 'closed' && step !== undefined
    if (refusal === null || isDone) return c.redirect('/time', 303)
    return show(c, { host, time }, { to, refusal })
  })
}

async function show<E extends Env>(
  c: Context<E>,
  of: { host: DemoHost<E>; time: DemoTime },
  tried: { to: string; refusal: PassRefusal | null },
): Promise<Response> {
  const { host, time } = of
  const { desk } = words('en')
  const { errorPrefix } = words('en').shell
  const fields = await host.fields(c)
  c.header('cache-control', 'no-store')
  const children: ComponentChildren = (
    <Time now={await time.now()} {...tried} fields={() => fields} />
  )
  const { title } = desk.time
  return c.html(
    renderDocument({
      lang: 'en',
      title: tried.refusal ? `${errorPrefix} ${title}` : title,
      assets: host.assets,
      skipLabel: desk.skip,
      children,
    }),
    tried.refusal ? 422 : 200,
  )
}
