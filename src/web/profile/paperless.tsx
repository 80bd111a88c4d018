// GET and POST /profile/paperless: the notice about papers online (15 USC 7001(c)) and the choice;
// /profile/paperless/sample: a paper whose code shows that it could be opened.
import type { Hono } from 'hono'
import * as z from 'zod'
import { dateInZone } from '#src/domain/calendar.ts'
import { usualPaper } from '#src/domain/regions/paper-sizes.ts'
import { samplePaper } from '#src/formats/consent/sample-paper.ts'
import { type FieldProblem, readForm, type Typed } from '#src/http/form.ts'
import { choosePaperless, sampleCodeOf } from '#src/identity/profile/choose-paperless.ts'
import type { SignedInSession } from '#src/identity/sessions.ts'
import type { Words } from '#src/words/words.ts'
import { signedInPage } from '../account-visit.tsx'
import { identityDeps, type WebContext, type WebEnv } from '../request-context.ts'
import { paperlessPage } from './paperless-page.tsx'

export function registerPaperless(app: Hono<WebEnv>): void {
  app.get(
    '/profile/paperless',
    signedInPage((c, session) => shown(c, session, { typed: {}, problems: [] })),
  )
  app.get('/profile/paperless/sample', signedInPage(sample))
  app.post('/profile/paperless', signedInPage(choose))
}

async function shown(
  c: WebContext,
  session: SignedInSession,
  form: { readonly typed: Typed; readonly problems: readonly FieldProblem[] },
): Promise<Response> {
  return paperlessPage(c, session, form)
}

async function choose(c: WebContext, session: SignedInSession): Promise<Response> {
  const words = c.get('words')
  const { typed } = c.get('form')
  const right = sampleCodeOf(c.get('web').vault, session.loginId)
  const { papers = '', code = '', agreed = '' } = typed
  const form = readForm(wishSchema(words, right), { papers, code, agreed }, words)
  if (!form.ok) return shown(c, session, { typed, problems: form.problems })
  const asking = { session, visit: c.get('visit') }
  await choosePaperless(
    identityDeps(c),
    asking,
    form.value.papers === 'mail'
      ? { papers: 'mail' }
      : { papers: 'online', proof: 'sampleCode' as const },
  )
  return c.redirect(`/profile?done=${form.value.papers}`, 303)
}

/** Code and box are asked for with the consent alone. */
function wishSchema(words: Words, right: string) {
  const w = words.documents.consent
  return z
    .object({ papers: z.enum(['online', 'mail'], w.missing), code: z.string(), agreed: z.string() })
    .superRefine(({ papers, code, agreed }, context) => {
      if (papers === 'mail') return
      const plain = code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
      if (plain !== right)
        context.addIssue({ code: 'custom', path: ['code'], message: w.codeWrong })
      if (agreed !== 'yes')
        context.addIssue({ code: 'custom', path: ['agreed'], message: w.agreeMissing })
    })
}

async function sample(c: WebContext, session: SignedInSession): Promise<Response> {
  const { vault, config, moneyClock, papers } = c.get('web')
  const { lender } = config
  const madeAt = moneyClock.now()
  const bytes = await papers.printer.print(
    samplePaper({
      ...{ locale: c.get('locale'), lender, madeAt },
      paper: lender.paper ?? usualPaper(lender.registration.identityNumbers),
      on: dateInZone(madeAt, lender.timeZone),
      code: sampleCodeOf(vault, session.loginId),
    }),
  )
  c.header('Content-Type', 'application/pdf')
  c.header('Content-Disposition', 'inline; filename="sample.pdf"')
  return c.body(new Uint8Array(bytes))
}
