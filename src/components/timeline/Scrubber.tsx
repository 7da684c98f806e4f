import { useRef } from 'react'
import { clockText } from '../../i18n/index.ts'
import { pause, seek, session, useSession, useText } from '../../state/index.ts'
import { xOf } from '../../viz/timeline/axis.ts'
import { useHeldValue } from '../controls/useHeldValue.ts'
import styles from './Scrubber.module.css'
import { throttle } from './throttle.ts'
import { words } from './words.ts'

interface Props {
  readonly span: number
  readonly width: number
}

const seekEvery = 60

/** A slider over what is recorded. It never invents anything: its end is the end of the recording. */
export function Scrubber({ span, width }: Props) {
  const say = useText()
  const horizon = useSession(({ clock }) => clock.horizon)
  const tick = useSession(({ clock }) => clock.tick)
  const slider = useHeldValue(tick)
  const send = useRef(throttle(seek, seekEvery)).current
  const recorded = xOf(horizon, span, width)
  const move = (to: number) => {
    if (session.getState().clock.playing) pause()
    slider.hold(to)
    send(to)
  }
  return (
    <>
      <div className={styles.groove} aria-hidden="true">
        <div className={styles.recorded} style={{ width: recorded }} />
        <div className={styles.played} style={{ width: xOf(slider.value, span, width) }} />
      </div>
      <div
        className={styles.playhead}
        style={{ translate: xOf(slider.value, span, width) }}
        aria-hidden="true"
      />
      <div className={styles.rail}>
        <input
          className={styles.slider}
          style={{ width: `calc(${recorded}px + var(--thumb))` }}
          type="range"
          min={0}
          max={horizon}
          value={slider.value}
          disabled={horizon === 0}
          title={horizon === 0 ? say(words.nothingYetWhy) : undefined}
          aria-label={say(horizon === 0 ? words.nothingYet : words.position)}
          aria-valuetext={say(words.at, { time: clockText(slider.value), horizon: clockText(horizon) })}
          onChange={({ target }) => move(target.valueAsNumber)}
          onPointerUp={slider.release}
          onKeyUp={slider.release}
          onBlur={slider.release}
        />
      </div>
    </>
  )
}
