import { useText, useWorld } from '../../../state/index.ts'
import { targetId } from '../hands/target.ts'
import styles from './ApiServer.module.css'
import { words } from './words.ts'

interface Props {
  /** Whether it can be stopped; and whether the Tab key leads to it. */
  readonly canAct: boolean
  readonly isStop: boolean
}

export function ApiServer({ canAct, isStop }: Props) {
  const say = useText()
  const isUp = useWorld((world) => world.apiServer)
  const attributes = { className: styles.server, 'data-up': isUp, 'data-place': 'api' }
  const content = (
    <>
      <span className={styles.name}>{say(words.apiServer)}</span>
      {isUp ? <Revision /> : <span className={styles.down}>{say(words.down)}</span>}
    </>
  )
  if (!canAct) return <div {...attributes}>{content}</div>
  return (
    <button
      {...attributes}
      type="button"
      data-target={targetId.apiServer}
      data-rove=""
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="menu"
    >
      {content}
    </button>
  )
}

/** Apart, because it counts with every write. */
function Revision() {
  const say = useText()
  const revision = useWorld((world) => world.revision)
  return (
    <span className={styles.revision}>
      <span className={styles.number}>{say(words.revision, { n: revision })}</span>
    </span>
  )
}
