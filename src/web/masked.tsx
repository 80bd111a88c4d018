// Masked numbers: two dots and four digits for the eye, "ending 4417" for the ear.
import type { ComponentChildren } from 'preact'
import type { Reader } from './reader.ts'

export function Masked(props: { ending: string; reader: Reader }) {
  return (
    <>
      <span aria-hidden="true">••{props.ending}</span>
      <span class="k-visually-hidden">{props.reader.words.account.ending(props.ending)}</span>
    </>
  )
}

/** A sentence with every masked number in it made to be heard as well. */
export function spoken(sentence: string, reader: Reader): ComponentChildren {
  const parts = sentence.split(/••(\w{4})/)
  return parts.map((part, index) =>
    index % 2 === 0 ? part : <Masked ending={part} reader={reader} />,
  )
}
