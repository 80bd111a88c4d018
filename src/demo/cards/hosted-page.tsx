// The page of the demo's card processor, where a real one asks for a card. This one asks for no
// number: a card is chosen by what it does. Plain HTML of its own: a processor is another site.
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { formatMoney } from '#src/words/format.ts'
import { words } from '#src/words/words.ts'
import { PAGE_STYLE } from './page-style.ts'
import { type Paid, totalOf } from './processor-book.ts'
import { TEST_CARDS } from './test-cards.ts'

type Money = Parameters<typeof formatMoney>[0]
export type PageProblem =
  | 'chooseOne'
  | keyof ReturnType<typeof words>['cards']['sandbox']['refused']

/** "Choose a card", with what is wrong with the one that was tried. */
export function cardPage(paid: Paid, problem: PageProblem | null): string {
  const { w, money, total } = reading(paid)
  const message = problem === 'chooseOne' ? w.chooseOne : problem && w.refused[problem]
  return shell(
    paid,
    <form method="post" action={`/pay/${paid.session}`}>
      {message && (
        <p class="bad" role="alert">
          {message}
        </p>
      )}
      <fieldset>
        <legend>{w.choose}</legend>
        {TEST_CARDS.map(({ id, last4 }) => (
          <label class="card">
            <input type="radio" name="card" value={id} />
            <span>
              {paid.mode === 'setup' ? (w.saving.cards[id] ?? w.cards[id]) : w.cards[id]}
              <small>{w.ending(last4)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" name="do" value="pay">
        {paid.mode === 'setup' ? w.saving.save : w.pay(money(total))}
      </button>
      <p>
        <a href={paid.backUrl}>{w.back}</a>
      </p>
    </form>,
  )
}

/** The bank of the card asks its customer first. */
export function confirmPage(paid: Paid, card: string): string {
  const { w } = reading(paid)
  return shell(
    paid,
    <form method="post" action={`/pay/${paid.session}`}>
      <h2>{w.bank}</h2>
      <p>{w.bankLead}</p>
      <input type="hidden" name="card" value={card} />
      <button type="submit" name="do" value="approve">
        {w.approve}
      </button>
      <button type="submit" class="second" name="do" value="refuse">
        {w.refuse}
      </button>
    </form>,
  )
}

export function overPage(paid: Paid): string {
  const { w } = reading(paid)
  return shell(
    paid,
    <>
      <h2>{w.over}</h2>
      <p>{w.overLead}</p>
      <p>
        <a href={paid.doneUrl}>{w.overBack}</a>
      </p>
    </>,
  )
}

function reading(paid: Paid) {
  const locale = paid.locale === 'es' ? 'es' : 'en'
  const money = (amount: number) => formatMoney(amount as Money, locale)
  return { locale, w: words(locale).cards.sandbox, money, total: totalOf(paid) } as const
}

function shell(paid: Paid, children: ComponentChildren): string {
  const { locale, w, money, total } = reading(paid)
  const html = (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <title>{`${w.title} · ${w.notReal}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <style>{PAGE_STYLE}</style>
      </head>
      <body>
        <header>
          <strong>{w.title}</strong> <span class="mark">{w.notReal}</span>
        </header>
        <main>
          <h1>{paid.mode === 'setup' ? w.saving.title : w.pays(money(total))}</h1>
          <ul>
            {paid.lines.map(({ name, amount }) => (
              <li>
                <span>{name}</span> <span>{money(amount)}</span>
              </li>
            ))}
          </ul>
          <p class="lead">{w.lead}</p>
          {children}
        </main>
      </body>
    </html>
  )
  return `<!DOCTYPE html>${renderToString(html)}`
}
