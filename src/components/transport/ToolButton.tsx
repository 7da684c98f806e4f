import type { ReactNode } from 'react'
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components'
import styles from './ToolButton.module.css'

interface Props {
  readonly label: string
  readonly icon: ReactNode
  /** The key that does the same, as people write it and as the browser does. */
  readonly keyName?: string
  readonly shortcut?: string
  /** More than the label: what exactly it would do. */
  readonly detail?: string | undefined
  /** Why it can't be pressed just now. It stays where it is and can be asked. */
  readonly refusal?: string | undefined
  readonly isBig?: boolean
  /** The label is shown beside the picture, where there is room. */
  readonly hasText?: boolean
  readonly onPress?: () => void
}

/** A picture with a name. One that can't be pressed keeps its place among the keys and says why. */
export function ToolButton({
  label,
  icon,
  keyName,
  shortcut,
  detail,
  refusal,
  isBig,
  hasText,
  onPress,
}: Props) {
  const isRefused = refusal !== undefined
  return (
    <TooltipTrigger delay={400} closeDelay={100}>
      <Focusable>
        <button
          type="button"
          className={styles.tool}
          data-big={isBig || undefined}
          aria-label={label}
          aria-disabled={isRefused || undefined}
          aria-keyshortcuts={shortcut}
          onClick={isRefused ? undefined : onPress}
        >
          {icon}
          {hasText && <span className={styles.text}>{label}</span>}
        </button>
      </Focusable>
      <Tooltip className={styles.tooltip ?? ''} placement="top" offset={6}>
        <span>
          {label}
          {keyName !== undefined && <kbd>{keyName}</kbd>}
        </span>
        {(refusal ?? detail) !== undefined && <span className={styles.detail}>{refusal ?? detail}</span>}
      </Tooltip>
    </TooltipTrigger>
  )
}
