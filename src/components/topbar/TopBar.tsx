/** Where one is, and what is always at hand: language, settings, commands, sharing. */
import type { ReactNode } from 'react'
import {
  changeSettings,
  hashOf,
  showEverything,
  useLanguage,
  useSession,
  useText,
} from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { SettingsMenu } from '../settings/index.ts'
import { Mark } from './Mark.tsx'
import styles from './TopBar.module.css'
import { words } from './words.ts'

/** `children`: what a page adds at the right. */
export function TopBar({ title, children }: { readonly title?: string; readonly children?: ReactNode }) {
  const say = useText()
  const language = useLanguage()
  return (
    <header className={styles.bar}>
      <a className={styles.name} href={hashOf({ page: 'home' })} aria-label={say(words.home)}>
        <Mark />
        <span>Kubeloop</span>
      </a>
      {title !== undefined && <h1 className={styles.title}>{title}</h1>}
      <div className={styles.tools}>
        {children}
        <Button
          look="bare"
          lang={language === 'en' ? 'ko' : 'en'}
          onPress={() => changeSettings({ language: language === 'en' ? 'ko' : 'en' })}
        >
          {language === 'en' ? '한국어' : 'English'}
        </Button>
        <SettingsMenu />
      </div>
    </header>
  )
}

/** In a world: what it is called, and how far one has come. */
export function useWorldTitle(): string {
  const say = useText()
  const scenario = useSession(({ opened }) => opened.scenario)
  const step = useSession(({ guide }) => guide?.step)
  if (scenario === undefined) return say(words.sandbox)
  if (step === undefined) return say(scenario.title)
  return `${say(scenario.title)} · ${say(words.step, { step: step + 1, steps: scenario.steps.length })}`
}

/** Brings in what the scenario has not revealed yet. */
export function EverythingButton() {
  const say = useText()
  const isOffered = useSession(({ guide, showEverything }) => guide !== undefined && !showEverything)
  if (!isOffered) return null
  return (
    <Button look="bare" onPress={showEverything}>
      {say(words.everything)}
    </Button>
  )
}
