/** How requests come: a row of small curves to choose from, and one for users who wait for their answers. */
import { useId } from 'react'
import { useText } from '../../../../state/index.ts'
import { shapePaths } from '../../../../viz/traffic/shapes.ts'
import styles from './LoadControl.module.css'
import type { LoadKind } from './loadLine.ts'
import { kindNames, words } from './words.ts'

const kinds = ['const', 'ramp', 'spike', 'wave', 'flash', 'step', 'users'] as const

interface Props {
  readonly chosen: LoadKind
  readonly isDisabled: boolean
  readonly onChoose: (kind: LoadKind) => void
}

export function KindPicker({ chosen, isDisabled, onChoose }: Props) {
  const say = useText()
  const name = useId()
  return (
    <fieldset className={styles.kinds} disabled={isDisabled}>
      <legend className="visually-hidden">{say(words.shape)}</legend>
      {kinds.map((kind) => (
        <label key={kind} className={styles.kind} title={say(kindNames[kind])}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={kind === chosen}
            onChange={() => onChoose(kind)}
          />
          <span className="visually-hidden">{say(kindNames[kind])}</span>
          {kind === 'users' ? <People /> : <Curve d={shapePaths[kind]} />}
        </label>
      ))}
    </fieldset>
  )
}

function Curve({ d }: { readonly d: string }) {
  return (
    <svg viewBox="0 0 32 17" aria-hidden="true">
      <path
        d={d}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}

function People() {
  return (
    <svg viewBox="0 0 32 17" aria-hidden="true" fill="currentColor">
      <circle cx="11" cy="5" r="3.2" />
      <path d="M5 16c0-4 2.500-6 6-6s6 2 6 6z" />
      <circle cx="22" cy="5.500" r="2.700" />
      <path d="M19 10.600c1-.6 2-.8 3-.8 3 0 5 2 5 6.200h-8.200c0-2.200.2-4-.2-5.400z" />
    </svg>
  )
}
