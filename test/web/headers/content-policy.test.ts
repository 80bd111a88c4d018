// Google's list of weaknesses of content policies, held against what portal and desk answer.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js'
import { Severity } from 'csp_evaluator/dist/finding.js'
import { CspParser } from 'csp_evaluator/dist/parser.js'
import { testDatabase } from '#test/support/database.ts'
import { openDesk } from '#test/support/desk.ts'
import { movableClock } from '#test/support/identity-world.ts'
import { openPortal } from '#test/support/portal.ts'

const database = await testDatabase()
const clock = movableClock()
const portal = await openPortal(database, clock)
const desk = await openDesk(database, clock)
after(async () => {
  await portal.close()
  await desk.close()
  await database.close()
})

function findingsOf(policy: string) {
  return new CspEvaluator(new CspParser(policy).csp).evaluate()
}

const serious = (policy: string) =>
  findingsOf(policy)
    .filter(({ severity }) => severity <= Severity.MEDIUM_MAYBE)
    .map(({ directive, description }) => `${directive}: ${description}`)

async function policyOf(
  app: { request: (path: string) => Response | Promise<Response> },
  path: string,
) {
  const { headers } = await app.request(path)
  return headers.get('content-security-policy') ?? ''
}

test('the policies of portal and desk have no weakness that is more than advice', async () => {
  const portalApp = {
    request: (path: string) =>
      portal.request(path, {}, { incoming: { socket: { remoteAddress: '192.0.2.1' } } }),
  }
  for (const path of ['/sign-in', '/nowhere', '/register', portal.assetPath])
    assert.deepEqual(serious(await policyOf(portalApp, path)), [], path)
  for (const path of ['/', '/nowhere', '/assets/theme.css'])
    assert.deepEqual(serious(await policyOf(desk, path)), [], path)
})

test('the evaluator finds what it should: no policy, and a weak one', () => {
  assert.notDeepEqual(serious(''), [])
  assert.notDeepEqual(serious("script-src 'unsafe-inline'; object-src *"), [])
})
