// GET /check/keys: the public keys by which anybody can check a paper without asking us; the
// same for programs at GET /.well-known/paper-keys.json (RFC 7517, RFC 8037). GET …/signature:
// what a paper says as it was signed.
import type { Hono } from 'hono'
import { readSignedFacts } from '#src/servicing/documents/signed-facts.ts'
import { Chip } from '#src/ui/chip.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { type AccountVisit, accountPage } from '../account-visit.tsx'
import { notFoundPage } from '../errors.tsx'
import { page } from '../page.tsx'
import type { WebContext, WebEnv } from '../request-context.ts'
import { UUID } from './paper-file.ts'

const FOR_PROGRAMS = '/.well-known/paper-keys.json'

export function registerPaperKeys(app: Hono<WebEnv>): void {
  app.get('/check/keys', forPeople)
  app.get(FOR_PROGRAMS, forPrograms)
  app.get('/accounts/:id/documents/:document/signature', accountPage(sendFacts))
}

function forPeople(c: WebContext): Response {
  const w = c.get('words').documents.keys
  const keys = c.get('web').vault.publicKeys()
  return page(c, {
    title: w.title,
    children: (
      <>
        <PageHeading title={w.title} lead={w.lead} />
        <div class="k-column">
          <Panel title={w.list}>
            <ul class="k-flow">
              {keys.map((key, at) => (
                <li>
                  <span class="k-long-code">{key}</span>{' '}
                  <Chip tone={at === 0 ? 'ok' : 'plain'}>{at === 0 ? w.current : w.earlier}</Chip>
                </li>
              ))}
            </ul>
            <p class="k-small mt-4">
              {w.programs} <a href={FOR_PROGRAMS}>{w.programsLink}</a>
            </p>
          </Panel>
          <Panel title={w.how}>
            <ol class="k-flow">
              {w.steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <p class="mt-4">
              {w.state} <a href="/check">{c.get('words').documents.check.title}</a>
            </p>
          </Panel>
        </div>
      </>
    ),
  })
}

function forPrograms(c: WebContext): Response {
  const keys = c.get('web').vault.publicKeys()
  return c.json({
    keys: keys.map((x) => ({ kty: 'OKP', crv: 'Ed25519', use: 'sig', alg: 'EdDSA', kid: x, x })),
  })
}

async function sendFacts(visit: AccountVisit): Promise<Response> {
  const { c, ctx, owner } = visit
  const id = c.req.param('document') ?? ''
  const signed = UUID.test(id) ? await readSignedFacts(ctx, owner, id) : null
  if (!signed?.ok) return notFoundPage(c)
  c.header('Content-Type', 'application/json')
  c.header('Content-Disposition', `attachment; filename="signed-facts-${id}.json"`)
  return c.body(`${JSON.stringify(signed.value, null, 2)}\n`)
}
