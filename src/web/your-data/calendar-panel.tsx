import type { CalendarFeed } from '#src/store/accounts/calendar-feeds.ts'
import { Button } from '#src/ui/button.tsx'
import { Panel } from '#src/ui/panel.tsx'
import { FormFields } from '../form-session.tsx'
import type { DataPage } from './data-page.ts'

/** Whether there is an address, and the buttons that make, replace and end it. */
export function CalendarPanel({ visit, view, feed }: DataPage & { feed: CalendarFeed | null }) {
  const { c, session, reader, base } = visit
  const w = reader.words.yourData.calendar
  const hasMore = view.status === 'open' && !view.knownThrough
  return (
    <Panel title={w.title} lead={w.lead}>
      <div class="k-flow">
        <p>{w.secret}</p>
        <p>{feed ? w.since(reader.moment(feed.createdAt)) : hasMore ? w.none : w.ended}</p>
        {feed && hasMore && <p>{w.replaces}</p>}
      </div>
      <div class="k-buttons">
        {hasMore && (
          <form method="post" action={`${base}/data/calendar`}>
            <FormFields c={c} session={session} />
            <Button look={feed ? 'secondary' : 'primary'} icon="calendar-plus">
              {feed ? w.again : w.make}
            </Button>
          </form>
        )}
        {feed && (
          <form method="post" action={`${base}/data/calendar/end`}>
            <FormFields c={c} session={session} />
            <Button look="quiet">{w.end}</Button>
          </form>
        )}
      </div>
    </Panel>
  )
}
