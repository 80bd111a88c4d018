// Autopay on the overview: its state in a word, the next debit, the way to it; a banner where its
// owner has to put something right.
import { type AutopayNow, autopayNow } from '#src/servicing/autopay/autopay-now.ts'
import type { AccountView } from '#src/servicing/view-account.ts'
import { Chip } from '#src/ui/chip.tsx'
import { Note } from '#src/ui/note.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { AccountVisit } from '../account-visit.tsx'

type NowProps = { readonly visit: AccountVisit; readonly autopay: AutopayNow | null }

/** null where it was never set. */
export async function autopayOf(
  { ctx, owner }: AccountVisit,
  { hasAutopay }: AccountView,
): Promise<AutopayNow | null> {
  return hasAutopay ? autopayNow(ctx, owner) : null
}

/** Above the panels of the overview: nothing where all is as it should be. */
export function AutopayBanner({ visit, autopay }: NowProps) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages
  if (!autopay?.mine) return null
  if (autopay.state !== 'needsAttention' && autopay.state !== 'paused') return null
  const isPaused = autopay.state === 'paused'
  return (
    <div class="mb-6">
      <Note tone="warn" lead={isPaused ? w.attention.paused : w.attention.lead}>
        <a href={`${base}/autopay${isPaused ? '' : '/new'}`}>
          {isPaused ? w.overview.see : w.attention.fix}
        </a>
      </Note>
    </div>
  )
}

export function AutopayPanel({ visit, autopay }: NowProps) {
  const { reader, base } = visit
  const w = reader.words.autopay.pages
  const state = autopay?.state ?? 'none'
  const isOn = state === 'active'
  const isOff = state === 'none' || state === 'ended'
  return (
    <Panel
      title={
        <>
          {w.overview.heading}{' '}
          <Chip tone={isOn ? 'ok' : isOff ? 'plain' : 'warn'}>{w.states[state]}</Chip>
        </>
      }
    >
      <p class="mb-3">{sentence({ visit, autopay })}</p>
      <p class="k-name">
        <a href={`${base}/autopay`}>{isOff ? w.none.set : w.overview.see}</a>
      </p>
    </Panel>
  )
}

function sentence({ visit, autopay }: NowProps): string {
  const { reader } = visit
  const w = reader.words.autopay.pages
  if (!autopay || autopay.state === 'ended') return w.overview.none
  if (autopay.state === 'paused') return w.attention.paused
  if (autopay.state === 'needsAttention') return w.attention.lead
  const { next } = autopay
  if (!next) return w.overview.idle
  return w.overview.active(reader.money(next.amount), reader.date(next.on, 'long'))
}
