/**
 * While it is presented the page is in large type and has the whole screen, if the browser lets it. It may be dark for a
 * moment: then any key or click brings it back.
 */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { darken, present, presenting, useText } from '../../state/index.ts'
import styles from './Present.module.css'
import { words } from './words.ts'

export function Presentation() {
  const { isOn, isDark } = useStore(presenting)
  useEffect(() => {
    if (!isOn) return
    const { dataset } = document.documentElement
    dataset.present = 'true'
    // After a reload there is nobody's hand behind it, and a browser would refuse.
    if (navigator.userActivation?.isActive) document.documentElement.requestFullscreen?.().catch(() => {})
    // The browser keeps the Esc that leaves the whole screen to itself.
    const leave = () => {
      if (document.fullscreenElement === null) present(false)
    }
    document.addEventListener('fullscreenchange', leave)
    return () => {
      delete dataset.present
      document.removeEventListener('fullscreenchange', leave)
      if (document.fullscreenElement != null) document.exitFullscreen().catch(() => {})
    }
  }, [isOn])
  return isOn && isDark ? <Dark /> : null
}

/** Keys that only change others. */
const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta'])

function Dark() {
  const say = useText()
  useEffect(() => {
    const wake = (event: KeyboardEvent) => {
      if (modifiers.has(event.key)) return
      event.preventDefault()
      event.stopPropagation()
      darken(false)
    }
    document.addEventListener('keydown', wake, { capture: true })
    return () => document.removeEventListener('keydown', wake, { capture: true })
  }, [])
  return (
    <button type="button" className={styles.dark} onClick={() => darken(false)}>
      <span className="visually-hidden">{say(words.dark)}</span>
    </button>
  )
}
