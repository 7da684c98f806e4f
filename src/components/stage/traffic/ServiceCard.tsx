/** What has become of the requests to a Service: how many, how fast, who answered, what failed and why. */
import { useText, watchService } from '../../../state/index.ts'
import { ScrollBox } from '../../controls/ScrollBox.tsx'
import { Busyness } from './Busyness.tsx'
import styles from './Cards.module.css'
import { Failures } from './Failures.tsx'
import { countText, millisText, percentText } from './figures.ts'
import type { Scene } from './scene.ts'
import { VersionSplit } from './VersionSplit.tsx'
import { words } from './words.ts'

export function ServiceCard({ scene }: { readonly scene: Scene }) {
  const say = useText()
  const { load, service, versions } = scene
  const rps = load?.rps ?? 0
  const failing = load?.failedPerSecond ?? 0
  return (
    <ScrollBox
      className={styles.card}
      aria-label={`${say(words.service)} ${service?.name ?? load?.target ?? ''}`}
    >
      <div className={styles.gate} data-through="" aria-hidden="true">
        <i data-spot="gate-in" data-side="left" />
        <i data-spot="gate-out" data-side="right" />
      </div>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <small>{say(words.service)}</small>
          <Name scene={scene} />
        </h2>
        <p className={styles.endpoints}>
          {say(words.endpoints, { n: load?.endpoints ?? service?.endpoints ?? 0 })}
        </p>
      </header>
      {load !== undefined && (
        <>
          <div className={styles.figures}>
            <p className={styles.figure}>
              <b>{countText(Math.max(0, rps - failing))}</b>
              <span>{say(words.answered)}</span>
            </p>
            <p className={styles.figure} data-bad={failing > 0 || undefined}>
              <b>
                {failing > 0 && '× '}
                {percentText(rps === 0 ? 0 : failing / rps)}
              </b>
              <span>{say(words.failing)}</span>
            </p>
          </div>
          <dl className={styles.times} aria-label={say(words.latency)}>
            {(['p50', 'p95', 'p99'] as const).map((name) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{millisText(load[name])}</dd>
              </div>
            ))}
          </dl>
          <Busyness load={load} />
          <VersionSplit versions={versions} />
          <Failures failures={load.failures} />
        </>
      )}
    </ScrollBox>
  )
}

/** Where there are several Services, the name is the choice among them. */
function Name({ scene: { service, services, load } }: { readonly scene: Scene }) {
  const say = useText()
  if (services.length < 2 || service === undefined) return <span>{service?.name ?? load?.target}</span>
  return (
    <select
      className={styles.choice}
      aria-label={say(words.whichService)}
      value={service.slot}
      onChange={({ target }) => watchService(Number(target.value))}
    >
      {services.map(({ slot, namespace, name }) => (
        <option key={slot} value={slot}>
          {namespace === 'default' ? name : `${namespace}/${name}`}
        </option>
      ))}
    </select>
  )
}
