import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** What bin/build-assets.js writes, by the names pages use. */
export type AssetName = Stylesheet | 'inter-latin.woff2' | 'favicon.svg' | IslandName
export type Stylesheet = 'theme.css' | 'portal.css'
export type IslandName = 'password.js' | 'copy.js' | 'passkey.js' | 'idle.js' | 'cutoff.js'

export type DocumentProps = {
  lang: 'en' | 'es'
  /** Begins with "Error:" (in the page's language) when the form came back. */
  title: string
  description?: string
  /** A saved choice; without one the page follows the system. */
  theme?: 'light' | 'dark'
  /** The address of a built file, e.g. "/assets/theme-1a2b3c.css". */
  assets: (name: AssetName) => string
  /** Both; the front door needs only the first. */
  stylesheets?: readonly Stylesheet[]
  /** The lender's own stylesheet, after ours. */
  tenantStylesheet?: string
  islands?: readonly IslandName[]
  nonce?: string
  skipLabel: string
  children: ComponentChildren
}

/** A whole HTML page as text. */
export function renderDocument(props: DocumentProps): string {
  return `<!DOCTYPE html>${renderToString(<Document {...props} />)}`
}

export function Document(props: DocumentProps) {
  const { stylesheets = ['theme.css', 'portal.css'] } = props
  return (
    <html lang={props.lang} data-theme={props.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{props.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content={props.theme ?? 'light dark'} />
        {props.description && <meta name="description" content={props.description} />}
        {stylesheets.map((name) => (
          <link rel="stylesheet" href={props.assets(name)} />
        ))}
        {props.tenantStylesheet && <link rel="stylesheet" href={props.tenantStylesheet} />}
        <link
          rel="preload"
          href={props.assets('inter-latin.woff2')}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
        <link rel="icon" href={props.assets('favicon.svg')} type="image/svg+xml" />
        {props.islands?.map((name) => (
          <script type="module" src={props.assets(name)} nonce={props.nonce} />
        ))}
      </head>
      <body>
        <a class="k-skip" href="#main">
          {props.skipLabel}
        </a>
        {props.children}
      </body>
    </html>
  )
}
