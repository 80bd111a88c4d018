import { type AssetName, Document } from '#src/ui/document.tsx'
import type { Words } from '#src/words/words.ts'

/**
 * What the desk can say without knowing who asks: that it answers, and whether the database does.
 */
export function StatusPage(props: {
  words: Words['desk']
  lenderName: string
  assets: (name: AssetName) => string
  database: 'answers' | 'silent'
  at: string
}) {
  const { words, database } = props
  return (
    <Document lang="en" title={words.title} assets={props.assets} skipLabel={words.skip}>
      <main id="main" class="k-plain">
        <h1>{words.heading(props.lenderName)}</h1>
        <p>{words.answers}</p>
        <p>{database === 'answers' ? words.databaseAnswers : words.databaseSilent}</p>
        <p>{words.noData}</p>
        <p>{words.checkedAt(props.at)}</p>
      </main>
    </Document>
  )
}
