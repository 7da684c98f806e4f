/** How this reader likes the screen. Kept in this browser; broken or foreign values fall back to the default. */
import { createStore } from 'zustand/vanilla'
import type { Language } from '../i18n/index.ts'

export interface Settings {
  readonly language: Language
  readonly theme: 'system' | 'light' | 'dark'
  readonly largeType: boolean
  /** Cross-fades instead of movement, whatever the system says. */
  readonly reducedMotion: boolean
  /** Keys without a modifier: letters, brackets, commas. */
  readonly letterKeys: boolean
  /** Opening the inspector pauses the world. */
  readonly pauseToInspect: boolean
}

const key = 'kubeloop/settings'

const allowed: { readonly [K in keyof Settings]: readonly Settings[K][] } = {
  language: ['en', 'ko'],
  theme: ['system', 'light', 'dark'],
  largeType: [false, true],
  reducedMotion: [false, true],
  letterKeys: [true, false],
  pauseToInspect: [false, true],
}

export const settings = createStore<Settings>(() => read())

export function changeSettings(changes: Partial<Settings>): void {
  settings.setState(changes)
  try {
    localStorage.setItem(key, JSON.stringify(settings.getState()))
  } catch {
    // A browser that keeps nothing still shows everything.
  }
}

function read(): Settings {
  const kept = readKept()
  const value = <K extends keyof Settings>(name: K, otherwise: Settings[K]): Settings[K] =>
    allowed[name].find((one) => one === kept[name]) ?? otherwise
  return {
    language: value('language', languageOfBrowser()),
    theme: value('theme', 'system'),
    largeType: value('largeType', false),
    reducedMotion: value('reducedMotion', false),
    letterKeys: value('letterKeys', true),
    pauseToInspect: value('pauseToInspect', false),
  }
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function languageOfBrowser(): Language {
  return globalThis.navigator?.languages?.some((tag) => tag.startsWith('ko')) ? 'ko' : 'en'
}
