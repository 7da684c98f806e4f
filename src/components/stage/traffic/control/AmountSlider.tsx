/** How many: requests a second, or users, on a scale of powers of ten. */
import { useId } from 'react'
import { useText } from '../../../../state/index.ts'
import {
  highestPosition,
  lowestPosition,
  positionOfRate,
  positionStride,
  rateAt,
} from '../../../../viz/traffic/rate.ts'
import { countText } from '../figures.ts'
import styles from './LoadControl.module.css'
import { words } from './words.ts'

interface Props {
  readonly amount: number
  readonly isUsers: boolean
  readonly isDisabled: boolean
  readonly onChange: (amount: number) => void
  readonly onSettle: () => void
}

const marked = [1, 10, 100, 1000, 10_000]

export function AmountSlider({ amount, isUsers, isDisabled, onChange, onSettle }: Props) {
  const say = useText()
  const id = useId()
  const text = say(isUsers ? words.usersShort : words.perSecond, { n: countText(amount) })
  return (
    <div className={styles.amount}>
      <label htmlFor={id}>{say(isUsers ? words.users : words.rate)}</label>
      <output htmlFor={id}>{text}</output>
      <div className={styles.slider}>
        <input
          id={id}
          type="range"
          min={lowestPosition}
          max={highestPosition}
          step={positionStride}
          value={positionOfRate(amount)}
          disabled={isDisabled}
          aria-valuetext={text}
          onChange={({ target }) => onChange(next(amount, target.valueAsNumber))}
          onPointerUp={onSettle}
        />
        <div className={styles.marks} aria-hidden="true">
          {marked.map((mark) => (
            <span key={mark} style={{ left: `${(positionOfRate(mark) / highestPosition) * 100}%` }}>
              {countText(mark)}
            </span>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Where two figures don't tell two positions apart, a key still leads on to the next number. */
function next(amount: number, position: number): number {
  const rate = Math.round(rateAt(position))
  if (rate !== amount) return rate
  const way = Math.sign(position - positionOfRate(amount))
  return Math.max(1, amount + way)
}
