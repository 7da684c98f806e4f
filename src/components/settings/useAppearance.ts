/** Puts the settings on the document, where the style sheets and the browser look for them. */
import { useEffect } from 'react'
import { useSettings } from '../../state/index.ts'

export function useAppearance(): void {
  const { language, theme, largeType, reducedMotion } = useSettings((all) => all)
  useEffect(() => {
    const { dataset } = document.documentElement
    document.documentElement.lang = language
    dataset.theme = theme
    dataset.type = largeType ? 'large' : 'normal'
    dataset.motion = reducedMotion ? 'reduced' : 'system'
  }, [language, theme, largeType, reducedMotion])
}
