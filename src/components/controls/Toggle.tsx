import { Switch, type SwitchProps } from 'react-aria-components'
import styles from './Toggle.module.css'

interface Props extends Omit<SwitchProps, 'className' | 'style' | 'children'> {
  readonly children: string
}

/** On or off, and what is. */
export function Toggle({ children, ...props }: Props) {
  return (
    <Switch {...props} className={styles.toggle ?? ''}>
      <span className={styles.track} aria-hidden="true" />
      {children}
    </Switch>
  )
}
