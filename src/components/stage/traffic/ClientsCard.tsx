/** Who asks, how much, and the means to change it. */
import { useRevealed, useText } from '../../../state/index.ts'
import styles from './Cards.module.css'
import { LoadControl } from './control/LoadControl.tsx'
import { countText } from './figures.ts'
import type { Scene } from './scene.ts'
import { words } from './words.ts'

export function ClientsCard({ scene: { load, service, target } }: { readonly scene: Scene }) {
  const say = useText()
  const canAct = useRevealed('menus')
  const amount = load?.stopped ? 0 : (load?.users ?? load?.asked ?? 0)
  return (
    <div className={styles.card}>
      <div className={styles.gate} aria-hidden="true">
        <i data-spot="clients" data-side="right" />
      </div>
      <h2 className={styles.title}>
        {say(words.clients)}
        <small>{say(load?.from === 'outside' ? words.outside : words.inside)}</small>
      </h2>
      <p className={styles.numeral}>
        <b>{countText(amount)}</b>
        <span>{say(load?.users === undefined ? words.asked : words.users)}</span>
      </p>
      {load !== undefined && (
        <p className={styles.aside}>
          <span>{say(words.underWay, { n: load.inFlight })}</span>
          <span>{say(words.sentAll, { n: load.sent.toLocaleString('en') })}</span>
        </p>
      )}
      {canAct && target !== '' && (
        <LoadControl key={target} target={target} name={service?.name ?? target} load={load} />
      )}
    </div>
  )
}
