import { useText, useWorld } from '../../../state/index.ts'
import styles from './ApiServer.module.css'
import { words } from './words.ts'

export function ApiServer() {
  const say = useText()
  const isUp = useWorld((world) => world.apiServer)
  return (
    <div className={styles.server} data-up={isUp} data-place="api">
      <h3 className={styles.name}>{say(words.apiServer)}</h3>
      {isUp ? <Revision /> : <p className={styles.down}>{say(words.down)}</p>}
    </div>
  )
}

/** Apart, because it counts with every write. */
function Revision() {
  const say = useText()
  const revision = useWorld((world) => world.revision)
  return <p className={styles.revision}>{say(words.revision, { n: revision })}</p>
}
