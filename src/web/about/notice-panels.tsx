// The boxes of the model privacy form on a page, in the form's own words and order.
import type { NoticeBody, NoticeRow } from '#src/formats/documents/notice-body.ts'
import { Table } from '#src/ui/figures/table.tsx'
import { Panel } from '#src/ui/panel.tsx'

export function NoticePanels({ body }: { body: NoticeBody }) {
  const { heads, rows } = body.table
  return (
    <>
      <Panel title={body.title} lead={body.revised}>
        <Boxes rows={body.key} />
      </Panel>
      <Panel>
        <Table
          caption={heads[0]}
          columns={heads.map((label, at) => ({ label, weight: at === 0 ? 'ink' : 'strong' }))}
          rows={rows.map((cells) => ({ cells }))}
          density="roomy"
        />
        <div class="mt-5">
          <Boxes rows={[...(body.limit ? [body.limit] : []), body.questions]} />
        </div>
      </Panel>
      <Panel title={body.practices.heading}>
        <Boxes rows={body.practices.rows} />
      </Panel>
      <Panel title={body.definitions.heading}>
        <Boxes rows={body.definitions.rows} />
      </Panel>
      {body.other && (
        <Panel title={body.other.heading}>
          <p>{body.other.text}</p>
        </Panel>
      )}
    </>
  )
}

function Boxes({ rows }: { rows: readonly NoticeRow[] }) {
  return (
    <div>
      {rows.map(({ label, text, bullets, after }, at) => (
        <div class={at === 0 ? 'k-flow' : 'k-flow mt-6'}>
          <h3 class="k-name">{label}</h3>
          {text.map((sentence) => (
            <p>{sentence}</p>
          ))}
          {bullets.length > 0 && (
            <ul class="k-bullets">
              {bullets.map((bullet) => (
                <li>{bullet}</li>
              ))}
            </ul>
          )}
          {after.map((sentence) => (
            <p>{sentence}</p>
          ))}
        </div>
      ))}
    </div>
  )
}
