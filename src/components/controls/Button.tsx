import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import styles from './Button.module.css'

interface Props extends Omit<ButtonProps, 'className' | 'style'> {
  /** primary: what to do next; plain: beside it; bare: an icon or a word among others. */
  readonly look?: 'primary' | 'plain' | 'bare'
}

export function Button({ look = 'plain', ...props }: Props) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />
}
