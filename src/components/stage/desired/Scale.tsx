/** One fewer, one more: the number that is wanted, changed by hand. */
import { useText } from '../../../state/index.ts'
import { scaleLine } from '../hands/deed.ts'
import { doNow, useObstacle } from '../hands/doing.ts'
import styles from './Scale.module.css'
import { words } from './words.ts'
import type { Workload } from './workloads.ts'

export function Scale({ workload }: { readonly workload: Workload }) {
  const { desired } = workload
  return (
    <span className={styles.scale}>
      <Step workload={workload} to={desired - 1} sign="−" label={words.fewer} />
      <Step workload={workload} to={desired + 1} sign="+" label={words.more} />
    </span>
  )
}

interface StepProps {
  readonly workload: Workload
  readonly to: number
  readonly sign: string
  readonly label: typeof words.more
}

function Step({ workload, to, sign, label }: StepProps) {
  const say = useText()
  const obstacle = useObstacle()
  const line = scaleLine(workload, to)
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={`${workload.name}: ${say(label)}`}
      aria-disabled={to < 0 || obstacle !== undefined}
      title={obstacle ? say(obstacle) : line}
      onClick={() => to >= 0 && doNow({ line }, obstacle)}
    >
      {sign}
    </button>
  )
}
