/** While a large world is set up before one's eyes: how far it is, and a way to have it as it is by now. */
import {
  interrupt,
  sampleColumn,
  sampleWords,
  useCalmWorld,
  useSession,
  useText,
  type World,
} from '../../state/index.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import { Progress } from '../controls/Progress.tsx'
import styles from './Workbench.module.css'
import { words } from './words.ts'

export function Filling() {
  const isFilling = useSession(({ status, clock }) => status === 'open' && clock.filling)
  return isFilling ? <HowFar /> : null
}

function HowFar() {
  const say = useText()
  const { samples, tick } = useCalmWorld(isSame)
  const last = samples.length - sampleWords
  const desired = samples[last + sampleColumn.desired] ?? 0
  const ready = samples[last + sampleColumn.actual] ?? 0
  return (
    <Banner label={say(words.filling)}>
      <Progress label={say(words.filling)} done={ready} all={desired} />
      <p className={styles.far}>
        {say(words.fillingFar, {
          ready: ready.toLocaleString('en'),
          desired: desired.toLocaleString('en'),
          s: Math.floor(tick / 10),
        })}
      </p>
      <Button onPress={interrupt}>{say(words.stopHere)}</Button>
    </Banner>
  )
}

function isSame(a: World, b: World): boolean {
  return a.samples === b.samples && Math.floor(a.tick / 10) === Math.floor(b.tick / 10)
}
