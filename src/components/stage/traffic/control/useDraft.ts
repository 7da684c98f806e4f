/**
 * A setting under the hand: shown at once, sent as a line when the hand rests, and given up again when the engine has it.
 * A drag is one line, whatever it passes on its way; so is a run of key presses.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import { caughtUp, type LoadSetting, run } from '../../../../state/index.ts'
import { loadLine } from './loadLine.ts'

/** A hand that has not moved for so long has made its choice. */
const rest = 600

export interface Draft {
  readonly setting: LoadSetting
  /** Shows a change, and sends it when the hand rests. */
  change(setting: LoadSetting): void
  /** Sends at once what is still to be sent. */
  settle(): void
  /** Shows and sends in one. */
  set(setting: LoadSetting): void
}

export function useDraft(target: string, actual: LoadSetting): Draft {
  const [held, setHeld] = useState<LoadSetting>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<LoadSetting>(undefined)
  const send = useCallback(async () => {
    clearTimeout(timer.current)
    const setting = waiting.current
    if (setting === undefined) return
    waiting.current = undefined
    await run(loadLine(target, setting))
    await caughtUp()
    // Unless the hand has moved on meanwhile.
    if (waiting.current === undefined) setHeld(undefined)
  }, [target])
  useEffect(() => () => clearTimeout(timer.current), [])
  const change = (setting: LoadSetting) => {
    clearTimeout(timer.current)
    waiting.current = setting
    setHeld(setting)
    timer.current = setTimeout(send, rest)
  }
  return {
    setting: held ?? actual,
    change,
    settle: () => void send(),
    set(setting) {
      change(setting)
      void send()
    },
  }
}
