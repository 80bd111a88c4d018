import { FactList } from '#src/ui/figures/fact-list.tsx'
import type { IconName } from '#src/ui/icon.tsx'

/** What happens next, and how long it takes; one icon for each sentence. Not every way says it. */
export function Afterwards(props: {
  said: { readonly afterwardsHeading?: string; readonly afterwards?: readonly string[] }
  icons: readonly IconName[] | undefined
}) {
  const { said, icons } = props
  if (!said.afterwards) return null
  return (
    <div class="k-row k-flow">
      <h2 class="k-name">{said.afterwardsHeading}</h2>
      <FactList
        facts={said.afterwards.map((step, at) => ({
          mark: { icon: icons?.[at] ?? 'info' },
          detail: step,
        }))}
      />
    </div>
  )
}
