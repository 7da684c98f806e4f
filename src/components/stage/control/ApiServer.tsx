import { compactNumber } from '../../../i18n/index.ts'
import { useLanguage, useText, useWorld } from '../../../state/index.ts'
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
      {isUp ? <Figure /> : <span className={styles.down}>{say(words.down)}</span>}
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

/** What waits, if anything does: changes that watchers should know of, else objects of a line. */
function Figure() {
  const overdue = useWorld((world) => world.overdue)
  const left = useWorld((world) => world.left)
  if (overdue > 0) return <Waiting n={overdue} whose="cluster" />
  if (left > 0) return <Waiting n={left} whose="you" />
  return <Revision />
}

function Waiting({ n, whose }: { readonly n: number; readonly whose: 'cluster' | 'you' }) {
  const say = useText()
  const language = useLanguage()
  const told = say(whose === 'cluster' ? words.untold : words.toCome, { n })
  return (
    <span className={styles.figure} data-waiting={whose} title={told}>
      <span className={styles.number} aria-hidden="true">
        <span className={styles.waiting}>
          {whose === 'you' && '▸ '}
          {compactNumber(n, language)}
        </span>
      </span>
      <span className="visually-hidden">{told}</span>
    </span>
  )
}

/** Apart, because it counts with every write. */
function Revision() {
  const say = useText()
  const revision = useWorld((world) => world.revision)
  return (
    <span className={styles.figure}>
      <span className={styles.number}>{say(words.revision, { n: revision })}</span>
    </span>
  )
}
