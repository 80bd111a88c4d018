/**
 * A sentence with parts that the page draws itself (bold, or a link): each language puts them where
 * it needs them.
 */
export type Phrase<T> = (string | T)[]
