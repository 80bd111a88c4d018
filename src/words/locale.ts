/** Languages of the portal: English is complete, Spanish is written with each page. */
export type Locale = 'en' | 'es'

export const LOCALES: readonly Locale[] = ['en', 'es']

export function isLocale(text: string): text is Locale {
  return text === 'en' || text === 'es'
}
