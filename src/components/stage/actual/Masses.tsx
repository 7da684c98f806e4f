/** What is actual where there is too much of it for chips: how many there are of each, and the way to the Map. */
import { looks, showLens, useCalmWorld, useText, type World } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import { Glyph } from '../Glyph.tsx'
import { lookWords } from '../words.ts'
import { Heading } from './Heading.tsx'
import styles from './Masses.module.css'
import { words } from './words.ts'

export function Masses() {
  const say = useText()
  const now = useCalmWorld(isSame)
  const machines = countNodes(now)
  return (
    <>
      <Heading />
      <div className={styles.masses}>
        <section className={styles.part} aria-label={say(words.pods)}>
          <h3>
            {say(words.pods)} <strong>{number(now.pods.size)}</strong>
          </h3>
          <ul>
            {looks.map((look) => {
              const count = look === 'gone' ? 0 : now.pods.countOf(look)
              if (look === 'gone' || count === 0) return null
              return (
                <li key={look} data-look={look}>
                  <Glyph look={look} />
                  <span>{say(lookWords[look])}</span>
                  <strong>{number(count)}</strong>
                  <span className={styles.bar} style={{ width: `${(100 * count) / now.pods.size}%` }} />
                </li>
              )
            })}
          </ul>
        </section>
        <section className={styles.part} aria-label={say(words.nodes)}>
          <h3>
            {say(words.nodes)} <strong>{number(now.nodes.size)}</strong>
          </h3>
          <ul>
            {machines.map(({ name, count }) => (
              <li key={name} data-look={name === 'Ready' ? 'ready' : 'unknown'}>
                <span />
                <span>{say(words[name])}</span>
                <strong>{number(count)}</strong>
                <span className={styles.bar} style={{ width: `${(100 * count) / now.nodes.size}%` }} />
              </li>
            ))}
          </ul>
        </section>
        <p>
          <Button look="primary" onPress={() => showLens('map')}>
            {say(words.toMap)}
          </Button>
        </p>
      </div>
    </>
  )
}

function isSame(a: World, b: World): boolean {
  return a.podsVersion === b.podsVersion && a.nodes === b.nodes
}

/** What the API says of nodes, and apart from that what their machines are: both are true. */
function countNodes({ nodes }: World) {
  const counts = new Map<
    'Ready' | 'NotReady' | 'Unknown' | 'cordoned' | 'off' | 'kubelet-stopped' | 'cut-off' | 'none',
    number
  >()
  const add = (name: Parameters<typeof counts.set>[0]) => counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const { ready, cordoned, machine } of nodes.values()) {
    add(ready === 'True' ? 'Ready' : ready === 'False' ? 'NotReady' : 'Unknown')
    if (cordoned) add('cordoned')
    if (machine !== 'on') add(machine)
  }
  return [...counts].map(([name, count]) => ({ name, count }))
}

const number = (count: number): string => count.toLocaleString('en')
