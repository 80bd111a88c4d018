import { type AssetName, Document } from '#src/ui/document.tsx'
import { PlainPage } from '#src/ui/layout/plain-page.tsx'
import { Panel } from '#src/ui/panel.tsx'
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
      <PlainPage name={words.title} href="/" title={words.heading(props.lenderName)}>
        <Panel>
          <div class="k-flow">
            <p>{words.answers}</p>
            <p>{database === 'answers' ? words.databaseAnswers : words.databaseSilent}</p>
            <p>{words.noData}</p>
            <p class="k-small k-ink2">{words.checkedAt(props.at)}</p>
          </div>
        </Panel>
      </PlainPage>
    </Document>
  )
}
