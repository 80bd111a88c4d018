// What letters are printed on: ISO 216 A4, but in North America, which has its own sizes.
export type PaperSize = 'us-letter' | 'a4'

export function usualPaper(region: 'us' | 'ca' | 'gb' | 'de'): PaperSize {
  return region === 'us' || region === 'ca' ? 'us-letter' : 'a4'
}
