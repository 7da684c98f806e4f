/** Where the picture is: hands and keys act on it here, and what they are at is told beside it. */
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useRevealed, useSession, useSettings, useText } from '../../../state/index.ts'
import { words as actual } from '../actual/words.ts'
import { prefersStillness } from '../stillness.ts'
import { fastestMotion } from '../useMoving.ts'
import styles from './MapLens.module.css'
import { MapPicture } from './MapPicture.ts'
import { Pointed } from './Pointed.tsx'
import { machines, type Writing } from './painter/messages.ts'
import { paletteOf } from './palette.ts'
import { useMapHands } from './useMapHands.ts'
import { useMapKeys } from './useMapKeys.ts'
import { words } from './words.ts'

export function MapField({ onPicture }: { readonly onPicture: (picture: MapPicture | undefined) => void }) {
  const say = useText()
  const keysId = useId()
  const field = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<MapPicture>()
  useEffect(() => {
    if (field.current === null) return
    const { current: host } = field
    const made = MapPicture.in(host, styles.canvas ?? '')
    const measure = () => made.resize({ width: host.clientWidth, height: host.clientHeight })
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(host)
    setPicture(made)
    onPicture(made)
    return () => {
      observer.disconnect()
      made.rest()
      setPicture(undefined)
      onPicture(undefined)
    }
  }, [onPicture])
  useLooks(picture, field)
  useMapHands(field, picture)
  const onKeyDown = useMapKeys(picture)
  return (
    <div
      ref={field}
      className={styles.field}
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: an application has keys of its own
      tabIndex={0}
      aria-label={say(words.map)}
      aria-describedby={keysId}
      onKeyDown={onKeyDown}
      onBlur={() => picture?.dropAim()}
    >
      <p id={keysId} hidden>
        {say(words.keys)}
      </p>
      <Pointed />
    </div>
  )
}

/** How the picture looks follows the theme, the language and what may move. */
function useLooks(picture: MapPicture | undefined, field: React.RefObject<HTMLElement | null>): void {
  const say = useText()
  const hasNames = useRevealed('names')
  const theme = useSettings((settings) => settings.theme)
  const isReduced = useSettings((settings) => settings.reducedMotion)
  const isSlow = useSession(({ clock }) => clock.speed <= fastestMotion && !clock.seeking)
  const [scheme, setScheme] = useState(0)
  useEffect(() => {
    const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map((query) =>
      matchMedia(query),
    )
    const change = () => setScheme((count) => count + 1)
    for (const query of queries) query.addEventListener('change', change)
    return () => {
      for (const query of queries) query.removeEventListener('change', change)
    }
  }, [])
  const writing = useMemo(
    (): Writing => ({
      waiting: say(words.waiting, { n: '{n}' }),
      notReady: say(actual.NotReady),
      unknown: say(actual.Unknown),
      cordoned: say(actual.cordoned),
      machines: machines.map((machine) => (machine === 'on' ? '' : say(actual[machine]))),
    }),
    [say],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and scheme stand for the colours of the style sheet
  useEffect(() => {
    if (picture === undefined || field.current === null) return
    const { current: host } = field
    // The theme is put on the document in an effect, too: it is there by the next frame.
    const request = requestAnimationFrame(() =>
      picture.look({ palette: paletteOf(host), writing, hasNames, isMoving: isSlow && !prefersStillness() }),
    )
    return () => cancelAnimationFrame(request)
  }, [picture, field, writing, hasNames, isSlow, theme, isReduced, scheme])
}
