import type { PageOf } from '#src/store/page-of.ts'

/** The ways to the page before and the one after; nothing where there is one page. */
export function PageLinks(props: {
  of: Pick<PageOf, 'page' | 'pages'>
  /** What is paged. */
  name: string
  words: {
    readonly page: (page: number, pages: number) => string
    readonly earlier: string
    readonly later: string
  }
  href: (page: number) => string
}) {
  const { of, name, words: w, href } = props
  const { page, pages } = of
  if (pages === 1) return null
  return (
    <nav class="k-small" aria-label={name}>
      {page > 1 && <a href={href(page - 1)}>{w.earlier}</a>} {w.page(page, pages)}{' '}
      {page < pages && <a href={href(page + 1)}>{w.later}</a>}
    </nav>
  )
}
