import { ICON_PATHS, type IconName } from './icon-paths.ts'

export type { IconName }

/** An outline beside words; it says nothing of its own, so it is hidden from screen readers. */
export function Icon(props: { name: IconName; size?: 16 | 18 | 20 | 22 }) {
  const size = props.size ?? 20
  return (
    <svg
      class="k-icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: ICON_PATHS[props.name] }}
    />
  )
}
