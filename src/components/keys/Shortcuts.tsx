/** The keys of the workbench, and the dialog that lists them. */
import { lazy, Suspense, useLayoutEffect } from 'react'
import { settings } from '../../state/index.ts'
import { actions, isAvailable, useHelpOpen } from '../palette/index.ts'
import { actionFor, isTaken, isTyping } from './shortcut.ts'

const KeyHelp = lazy(() => import('./KeyHelp.tsx'))

export function Shortcuts() {
  const isHelpOpen = useHelpOpen()
  // Who sees the workbench can press its keys: not a moment after the first picture, but with it.
  useLayoutEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  if (!isHelpOpen) return null
  return (
    <Suspense>
      <KeyHelp />
    </Suspense>
  )
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || (isTyping(event) && !settings.getState().letterKeys)) return
  // A key may mean one thing before a room and another elsewhere.
  const action = actionFor(event, actions.filter(isAvailable))
  if (action === undefined || isTaken(event.target as Element | null, event)) return
  event.preventDefault()
  action.run()
}
