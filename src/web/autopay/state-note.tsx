// What state autopay is in and what puts it right; nothing where all is as it should be.

import { noticeWords } from '#src/formats/messages/notice-facts.ts'
import type { AutopayView } from '#src/servicing/autopay/view-autopay.ts'
import { Button, Buttons } from '#src/ui/button.tsx'
import { Note } from '#src/ui/note.tsx'
import type { AccountVisit } from '../account-visit.tsx'
import { FormFields } from '../form-session.tsx'

export function StateNote({ visit, shown }: { visit: AccountVisit; shown: AutopayView }) {
  const { reader, base, ctx } = visit
  const w = reader.words.autopay.pages
  const { state } = shown.autopay
  if (!shown.mine && state !== 'ended')
    return <Note lead={w.co.lead}>{w.co.call(ctx.lender.phone)}</Note>
  switch (state) {
    case 'active':
      return null
    case 'paused':
      return (
        <Note tone="warn" lead={shown.isHeld ? `${why(shown, visit)}.` : w.attention.paused}>
          {shown.isHeld ? w.attention.held(ctx.lender.phone) : <Resume visit={visit} />}
        </Note>
      )
    case 'needsAttention':
      return (
        <Note tone="warn" lead={`${why(shown, visit)} ${w.attention.lead}`}>
          <a href={`${base}/autopay/new`}>{w.attention.fix}</a>
        </Note>
      )
    case 'ended':
      return (
        <Note tone="plain" lead={`${why(shown, visit)}.`}>
          {shown.isHeld ? (
            w.attention.held(ctx.lender.phone)
          ) : (
            <a href={`${base}/autopay/new`}>{w.none.set}</a>
          )}
        </Note>
      )
  }
}

/** The title of the message that told of it. */
function why(shown: AutopayView, { reader }: AccountVisit): string {
  const { stateReason } = shown.autopay
  const template = `autopay${stateReason.charAt(0).toUpperCase()}${stateReason.slice(1)}`
  const change = shown.changes.find(({ reason }) => reason === stateReason)
  return noticeWords({ template, parameters: change?.details ?? {} }, reader.locale)?.title ?? ''
}

function Resume({ visit }: { visit: AccountVisit }) {
  const { c, session, reader, base } = visit
  return (
    <form method="post" action={`${base}/autopay/resume`}>
      <FormFields c={c} session={session} />
      <div class="mt-3">
        <Buttons>
          <Button>{reader.words.autopay.pages.stop.resume}</Button>
        </Buttons>
      </div>
    </form>
  )
}
