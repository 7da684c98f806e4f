/** The stores for React. Select narrowly: a component is drawn anew when what it selects changes. */
import { useCallback, useEffect } from 'react'
import { useStore } from 'zustand'
import { format, type Language, type Slots, type Text } from '../i18n/index.ts'
import type { Region } from '../worker/protocol.ts'
import { lookAt, type Topic } from './attention.ts'
import { type Session, session } from './session.ts'
import { type Settings, settings } from './settings.ts'
import { type World, world } from './world.ts'

export function useWorld<T>(selector: (world: World) => T): T {
  return useStore(world, selector)
}

export function useSession<T>(selector: (session: Session) => T): T {
  return useStore(session, selector)
}

export function useSettings<T>(selector: (settings: Settings) => T): T {
  return useStore(settings, selector)
}

export function useLanguage(): Language {
  return useSettings(({ language }) => language)
}

/** `const say = useText()`; `say(words.play)`; `say(words.since, { time })`. */
export function useText(): (text: Text, slots?: Slots) => string {
  const language = useLanguage()
  return useCallback((text, slots) => format(text, language, slots), [language])
}

/** Whether a region of the screen is there: a scenario reveals them one by one, a sandbox has them all. */
export function useRevealed(region: Region): boolean {
  return useSession(
    ({ guide, showEverything }) => showEverything || guide === undefined || guide.revealed.includes(region),
  )
}

/** While it is shown, and `isLooking`, frames tell of this. */
export function useAttention(topic: Exclude<Topic, object>, isLooking = true): void {
  useEffect(() => (isLooking ? lookAt(topic) : undefined), [topic, isLooking])
}

export function useOpenGroup(key: string, isOpen: boolean): void {
  useEffect(() => (isOpen ? lookAt({ openGroup: key }) : undefined), [key, isOpen])
}
