import { useId } from 'react'
import { setSpeed, useSession, useText } from '../../state/index.ts'
import range from '../controls/Range.module.css'
import { useHeldValue } from '../controls/useHeldValue.ts'
import styles from './SpeedSlider.module.css'
import { highest, lowest, positionAfter, positionOf, speedAt, speedText, stride } from './speed.ts'
import { words } from './words.ts'

const marked = [0.1, 0.25, 1, 10, 100, 1000]

/** From a tenth of real time to a thousand times it; half the way between 1 and 100 is 10. */
export function SpeedSlider() {
  const say = useText()
  const id = useId()
  const speed = useSession(({ clock }) => clock.speed)
  const slider = useHeldValue(positionOf(speed))
  const move = (to: number) => {
    const position = positionAfter(slider.value, to)
    slider.hold(speedAt(position) === 1 ? 0 : position)
    setSpeed(speedAt(position))
  }
  const label = speed < 1 ? `${speedText(speed)} ${say(words.slowMotion)}` : speedText(speed)
  return (
    <div className={styles.speed}>
      <label htmlFor={id} className={styles.label}>
        {say(words.speed)}
      </label>
      <div className={styles.track}>
        <input
          id={id}
          className={range.range}
          type="range"
          min={lowest}
          max={highest}
          step={stride}
          value={slider.value}
          aria-valuetext={speed === 1 ? say(words.realTime) : label}
          onChange={({ target }) => move(target.valueAsNumber)}
          onPointerUp={slider.release}
          onKeyUp={slider.release}
          onBlur={slider.release}
        />
        <div className={styles.marks} aria-hidden="true">
          {marked.map((mark) => (
            <span key={mark} style={{ left: `${share(mark)}%` }} data-one={mark === 1 || undefined} />
          ))}
        </div>
      </div>
      <output htmlFor={id} className={styles.value} data-slow={speed < 1 || undefined}>
        {speedText(speed)}
        {speed < 1 && <small>{say(words.slowMotion)}</small>}
      </output>
    </div>
  )
}

function share(speed: number): number {
  return ((positionOf(speed) - lowest) / (highest - lowest)) * 100
}
