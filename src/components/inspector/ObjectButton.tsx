import { Button } from 'react-aria-components'
import { type ObjectLink, select } from '../../state/index.ts'
import styles from './Inspector.module.css'

/** Another object: pressing it looks at that one. */
export function ObjectButton({ link: { slot, kind, name } }: { readonly link: ObjectLink }) {
  return (
    <Button className={styles.object ?? ''} onPress={() => select(slot)}>
      <span className={styles.objectKind}>{kind}/</span>
      {name}
    </Button>
  )
}
