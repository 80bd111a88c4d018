// The first page of the archive, to be read without us: what is in it, and where.
import { render } from 'preact-render-to-string'
import type { Reader } from '../reader.ts'

export type IndexedAccount = {
  readonly folder: string
  readonly name: string
  readonly files: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
}

export function archiveIndex(
  reader: Reader,
  of: {
    readonly name: string
    readonly lender: string
    readonly madeAt: string
    readonly accounts: readonly IndexedAccount[]
  },
): string {
  const w = reader.words.yourData.everything
  const { index } = w
  const body = (
    <html lang={reader.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{index.title(of.lender)}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <main>
          <h1>{index.title(of.lender)}</h1>
          <p>{index.lead(of.name, `${reader.day(of.madeAt)}, ${reader.time(of.madeAt)}`)}</p>
          <p>{w.without}</p>
          <h2>{index.you}</h2>
          <p>
            <a href="you.json">you.json</a>: {w.contents.you}
          </p>
          {of.accounts.map((account) => (
            <Account account={account} index={index} />
          ))}
        </main>
      </body>
    </html>
  )
  return `<!doctype html>\n${render(body)}\n`
}

function Account(props: {
  account: IndexedAccount
  index: Reader['words']['yourData']['everything']['index']
}) {
  const { folder, name, files, facts } = props.account
  const { files: texts, papers } = props.index
  return (
    <section>
      <h2>{name}</h2>
      <dl>
        {facts.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <ul>
        {files.map((file) => (
          <li>
            <a href={`${folder}${file}`}>{file}</a>
            {file in texts ? `: ${texts[file as keyof typeof texts]}` : ''}
          </li>
        ))}
      </ul>
      <p>{papers(`${folder}papers`)}</p>
    </section>
  )
}

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 44rem; padding: 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem; }
dd { margin: 0; }
@media (prefers-color-scheme: dark) { :root { color-scheme: dark; } }
`
