/** The link for the phones in the room. */
import encodeQR from 'qr'
import { useMemo } from 'react'
import { useText } from '../../state/index.ts'
import { qrPath } from './qrPath.ts'
import styles from './ShareDialog.module.css'
import { words } from './words.ts'

/** With more modules than this the code is too fine for a phone some steps away from the screen. */
const mostModules = 133

export function QrPart({ url }: { readonly url: string }) {
  const say = useText()
  const rows = useMemo(() => modulesOf(url), [url])
  if (rows === undefined) return <p className={styles.quiet}>{say(words.qrTooDense)}</p>
  return (
    <details className={styles.qr}>
      <summary>{say(words.showQr)}</summary>
      <svg
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        role="img"
        aria-label={say(words.qr)}
        shapeRendering="crispEdges"
      >
        <path d={qrPath(rows)} />
      </svg>
    </details>
  )
}

/** With the quiet zone around it that readers need; undefined: the text is too long. */
function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  try {
    const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4 })
    return rows.length - 8 > mostModules ? undefined : rows
  } catch {
    return undefined
  }
}
