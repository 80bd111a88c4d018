// GET /money/returns/policy: what is done about each code of a return, by the law that does it and
// the lender's file of today.
import type { Hono } from 'hono'
import { type ReturnRule, returnRule } from '#src/domain/rules/ach-returns.ts'
import { businessDay } from '#src/servicing/business-day.ts'
import { returnChoicesOn } from '#src/servicing/lender-rules.ts'
import { DefinitionRows } from '#src/ui/figures/definition-rows.tsx'
import { CellNote, Table } from '#src/ui/figures/table.tsx'
import { PageHeading } from '#src/ui/layout/page-heading.tsx'
import { Panel } from '#src/ui/panel.tsx'
import type { DeskContext, DeskEnv } from '../desk-context.ts'
import { deskPage } from '../desk-page.tsx'
import { permitted } from '../permitted.ts'
import { MoneyParts, writers } from './money-links.tsx'

export function registerReturnPolicy(app: Hono<DeskEnv>): void {
  app.get(
    '/money/returns/policy',
    permitted('seeMoney', () => '/money/returns/policy', show),
  )
}

type Choices = ReturnType<typeof returnChoicesOn>

async function show(c: DeskContext): Promise<Response> {
  const { db, config } = c.get('desk')
  const choices = returnChoicesOn(config.lender, await businessDay(db))
  const w = c.get('words').desk.money.policy
  return deskPage(c, {
    title: w.title,
    current: 'money',
    children: (
      <>
        <PageHeading
          identity={<a href="/money/returns">{w.back}</a>}
          title={w.title}
          lead={w.lead}
          aside={<MoneyParts c={c} current="returns" />}
        />
        <div class="k-flow">
          <Panel title={w.lender}>
            <LenderRows c={c} choices={choices} />
          </Panel>
          <Panel title={w.codes}>
            <Codes c={c} choices={choices} />
          </Panel>
        </div>
      </>
    ),
  })
}

function LenderRows({ c, choices }: { c: DeskContext; choices: Choices }) {
  const w = c.get('words').desk.money.policy
  const { retries, retryAfterDays, retryOnDays, fee } = choices
  const rows = [
    { label: w.retries, value: w.retriesOf(retries) },
    { label: w.wait, value: w.waitOf(retryAfterDays) },
    { label: w.on, value: retryOnDays.length === 0 ? w.anyDay : retryOnDays.join(', ') },
    {
      label: w.fee,
      value: fee === null ? w.noFee : w.feeOf(writers(c).money(fee.amount), fee.citation),
    },
  ]
  return <DefinitionRows look="ruled" rows={rows} />
}

function Codes({ c, choices }: { c: DeskContext; choices: Choices }) {
  const { policy: w, codes } = c.get('words').desk.money
  const known = Object.entries(codes).filter(([code]) => code.startsWith('R'))
  const rows = [...known, [NOT_KNOWN, w.unknown] as const]
  return (
    <Table
      caption={w.codes}
      columns={[
        { label: w.code, weight: 'strong', phone: 'name' },
        { label: w.done, phone: 'under' },
        { label: w.account, before: 'wide', phone: 'underEnd' },
      ]}
      rows={rows.map(([code, text]) => {
        const rule = returnRule(code)
        return {
          cells: [
            <>
              {text}
              {rule.isKnown && (
                <CellNote phone="always">
                  <span class="k-code">{code}</span>
                </CellNote>
              )}
            </>,
            doneOf(c, rule, choices),
            rule.stopsDebits ? w.stops : w.stays,
          ],
        }
      })}
    />
  )
}

/** Four characters as every code: none of the list. */
const NOT_KNOWN = 'R999'

function doneOf(c: DeskContext, rule: ReturnRule, { retries }: Choices): string {
  const w = c.get('words').desk.money.policy
  const isTried = rule.action === 'represent' && retries > 0
  const action = rule.action === 'represent' && !isTried ? w.actions.stop : w.actions[rule.action]
  return rule.needsPerson ? `${action} · ${w.person}` : action
}
