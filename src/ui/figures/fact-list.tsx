import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../icon.tsx'
import { MoneyMark, type MoneyStateName } from '../money-state.tsx'

export type Fact = {
  /** An icon, or the mark of a money state. */
  mark: { icon: IconName } | { money: MoneyStateName }
  title?: ComponentChildren
  detail?: ComponentChildren
  action?: ComponentChildren
}

/** Icon, bold line, detail, link: what needs attention, or what happens next. */
export function FactList(props: {
  facts: readonly Fact[]
  look?: 'plain' | 'ruled' | 'roomy'
  tone?: 'quiet' | 'accent' | 'ok'
}) {
  const classes = ['k-list']
  if (props.look === 'ruled') classes.push('k-list-ruled')
  if (props.look === 'roomy') classes.push('k-list-roomy')
  if (props.tone === 'accent') classes.push('k-list-accent')
  if (props.tone === 'ok') classes.push('k-list-ok')
  return (
    <ul class={classes.join(' ')}>
      {props.facts.map((fact) => (
        <li>
          {'icon' in fact.mark ? (
            <Icon name={fact.mark.icon} size={18} />
          ) : (
            <MoneyMark state={fact.mark.money} />
          )}
          <div>
            {fact.title && <div class="k-name">{fact.title}</div>}
            {fact.detail && (
              <div class={fact.title ? 'k-list-detail' : undefined}>{fact.detail}</div>
            )}
            {fact.action && <div class="k-list-action">{fact.action}</div>}
          </div>
        </li>
      ))}
    </ul>
  )
}

export type Task = {
  icon: IconName
  name: ComponentChildren
  note: ComponentChildren
  href: string
}

/** Rows that are links to a task. */
export function TaskList(props: { tasks: readonly Task[] }) {
  return (
    <ul class="k-tasks">
      {props.tasks.map((task) => (
        <li>
          <a href={task.href}>
            <Icon name={task.icon} size={18} />
            <span>
              <span class="k-name">{task.name}</span>
              {task.note}
            </span>
            <Icon name="chevron-right" size={18} />
          </a>
        </li>
      ))}
    </ul>
  )
}
