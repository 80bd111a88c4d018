// Counts down to a cutoff, by the clock of the page's server, and says the moment in the reader's
// own time zone where that is another one.

for (const place of document.querySelectorAll<HTMLElement>('[data-until]')) follow(place)

function follow(place: HTMLElement): void {
  const { until = '', now = '', zone = '', own = '', left = '', over = '' } = place.dataset
  const ahead = Date.parse(now) - Date.now()
  const moment = ownMoment(new Date(until), zone)
  const show = () => {
    const minutes = Math.floor((Date.parse(until) - Date.now() - ahead) / 60_000)
    const rest = minutes < 0 ? over : left.replace('{}', duration(minutes))
    place.textContent = [moment && own.replace('{}', moment), rest].filter(Boolean).join(' ')
    if (minutes >= 0) setTimeout(show, 20_000)
  }
  if (until) show()
}

/** "Fri, Dec 4, 2:00 PM PST"; nothing where the lender's clocks say the same. */
function ownMoment(until: Date, zone: string): string {
  const say = (timeZone?: string) =>
    new Intl.DateTimeFormat(document.documentElement.lang, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      ...(timeZone && { timeZone }),
    }).format(until)
  if (say() === say(zone)) return ''
  const name = new Intl.DateTimeFormat(document.documentElement.lang, { timeZoneName: 'short' })
    .formatToParts(until)
    .find(({ type }) => type === 'timeZoneName')
  return `${say()} ${name?.value ?? ''}`.trim()
}

/** The two largest units: "3 days 4 hours", "12 minutes". */
function duration(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  const from = parts.findIndex(([count]) => count > 0)
  return (from < 0 ? parts.slice(2) : parts.slice(from, from + 2))
    .filter(([count], at) => count > 0 || at === 0)
    .map(([count, unit]) =>
      new Intl.NumberFormat(document.documentElement.lang, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
      }).format(count),
    )
    .join(' ')
}
