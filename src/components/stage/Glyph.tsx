import { type GlyphName, glyphStrokes } from './glyphs.ts'

export type { GlyphName } from './glyphs.ts'

export function Glyph({ look }: { readonly look: GlyphName }) {
  return (
    <svg viewBox="0 0 20 20" width="1em" height="1em" aria-hidden="true">
      <path
        d={glyphStrokes[look]}
        fill="none"
        stroke="currentColor"
        strokeWidth={look === 'unbound' ? 3 : 2.2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {look === 'starting' && <path d="M10 3.5a6.5 6.5 0 0 1 0 13z" fill="currentColor" />}
    </svg>
  )
}
