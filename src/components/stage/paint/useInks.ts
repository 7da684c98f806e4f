/** The colours of the page for what is painted on it, and anew when the theme is another. */
import { type RefObject, useEffect, useState } from 'react'
import { useSettings } from '../../../state/index.ts'
import { inksOf } from './inks.ts'
import type { Inks } from './messages.ts'

export function useInks(host: RefObject<Element | null>): Inks | undefined {
  const theme = useSettings((settings) => settings.theme)
  const [inks, setInks] = useState<Inks>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme stands for the colours of the style sheet
  useEffect(() => {
    const read = () => {
      if (host.current !== null) setInks(inksOf(host.current))
    }
    read()
    // The theme is put on the document in an effect, too: it is there by the next frame.
    const request = requestAnimationFrame(read)
    const system = matchMedia('(prefers-color-scheme: dark)')
    system.addEventListener('change', read)
    return () => {
      cancelAnimationFrame(request)
      system.removeEventListener('change', read)
    }
  }, [host, theme])
  return inks
}
