import { isLocale, LOCALES, type Locale } from '#src/words/locale.ts'

/** The first of ours in the browser's order of preference; English when none is. */
export function acceptedLanguage(header: string): Locale {
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((text) => /^\s*q=([\d.]+)$/.exec(text)?.[1]).find(Boolean)
      return { language: tag.split('-')[0] ?? '', quality: Number(quality ?? 1) }
    })
    .sort((a, b) => b.quality - a.quality)
  const found = ranked.find(({ language, quality }) => quality > 0 && isLocale(language))
  return LOCALES.find((locale) => locale === found?.language) ?? 'en'
}
