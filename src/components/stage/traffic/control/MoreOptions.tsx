/** What is seldom changed: how long clients wait, how often they try again, how a shape goes. */
import { useId } from 'react'
import type { Text } from '../../../../i18n/index.ts'
import { type LoadSetting, useText } from '../../../../state/index.ts'
import styles from './LoadControl.module.css'
import type { Draft } from './useDraft.ts'
import { words } from './words.ts'

interface Props {
  readonly draft: Draft
  readonly isDisabled: boolean
}

export function MoreOptions({ draft, isDisabled }: Props) {
  const { setting } = draft
  const { shape, users } = setting
  const change = (changes: Partial<LoadSetting>) => draft.change({ ...setting, ...changes })
  const field = (label: Text, value: number, least: number, most: number, set: (value: number) => void) => (
    <Field
      label={label}
      value={value}
      least={least}
      most={most}
      isDisabled={isDisabled}
      onChange={set}
      onSettle={draft.settle}
    />
  )
  const hasPeak = shape !== undefined && ['spike', 'wave', 'flash'].includes(shape.name)
  const hasSpan = hasPeak || shape?.name === 'ramp'
  return (
    <div className={styles.fields}>
      {users && field(words.think, users.think, 0, 60, (think) => change({ users: { ...users, think } }))}
      {hasPeak && field(words.peak, shape.peak, 1, 100_000, (peak) => change({ shape: { ...shape, peak } }))}
      {hasSpan &&
        shape &&
        field(words.over, shape.over, 1, 3600, (over) => change({ shape: { ...shape, over } }))}
      {field(words.timeout, setting.timeout, 0.1, 300, (timeout) => change({ timeout }))}
      {field(words.retries, setting.retries, 0, 7, (retries) => change({ retries: Math.round(retries) }))}
    </div>
  )
}

interface FieldProps {
  readonly label: Text
  readonly value: number
  readonly least: number
  readonly most: number
  readonly isDisabled: boolean
  readonly onChange: (value: number) => void
  readonly onSettle: () => void
}

function Field({ label, value, least, most, isDisabled, onChange, onSettle }: FieldProps) {
  const say = useText()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{say(label)}</label>
      <input
        id={id}
        type="number"
        min={least}
        max={most}
        step="any"
        value={value}
        disabled={isDisabled}
        onChange={({ target }) => {
          const wanted = target.valueAsNumber
          if (wanted >= least && wanted <= most) onChange(wanted)
        }}
        onBlur={onSettle}
      />
    </>
  )
}
