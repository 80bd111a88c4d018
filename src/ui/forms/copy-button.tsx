/** Appears when the island `copy.js` runs; `copied` replaces the words for a moment. */
export function CopyButton(props: { text: string; words: string; copied: string }) {
  return (
    <button
      class="k-copy"
      type="button"
      data-copy={props.text}
      data-copied={props.copied}
      aria-live="polite"
      hidden
    >
      {props.words}
    </button>
  )
}
