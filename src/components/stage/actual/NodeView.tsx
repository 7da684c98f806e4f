import { memo } from 'react'
import { type NodeCard, useText, useWorld } from '../../../state/index.ts'
import type { DensityName } from '../../../viz/loop/density.ts'
import { MenuSign } from '../hands/MenuSign.tsx'
import { targetId } from '../hands/target.ts'
import { MachineBadge } from './MachineBadge.tsx'
import styles from './NodeView.module.css'
import { words } from './words.ts'

interface Props {
  readonly node: NodeCard
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly density: DensityName
  readonly hasSideHead: boolean
  readonly hasZone: boolean
  readonly isStop: boolean
  readonly canAct: boolean
}

/** A node: what its machine is, and what the API last heard of it. The two may differ. */
export const NodeView = memo(function NodeView(props: Props) {
  const { node, x, y, width, height, density, hasSideHead } = props
  const silent = useSilentSeconds(node)
  return (
    <div
      className={styles.node}
      style={{ left: x, top: y, width, height }}
      data-target={targetId.node(node.slot)}
      data-place={`node/${node.name}`}
      data-density={density}
      data-side={hasSideHead}
      data-machine={node.machine}
      data-cordoned={node.cordoned}
    >
      <NodeHead {...props} silent={silent} />
    </div>
  )
})

function NodeHead({ node, silent, density, hasZone, isStop, canAct }: Props & { readonly silent: number }) {
  const say = useText()
  const state = stateWord(node)
  const isSilent = node.lastHeard !== undefined
  return (
    <div className={styles.head} title={isSilent ? say(words.lastHeard, { s: silent }) : undefined}>
      <h3 className={styles.name}>
        <button type="button" className={styles.button} data-rove="" tabIndex={isStop ? 0 : -1}>
          {node.name}
        </button>
        {hasZone && node.zone !== '' && <span className={styles.zone}>{node.zone}</span>}
      </h3>
      <p className={styles.state} data-state={state}>
        <span className={styles.stateWord}>{say(words[state])}</span>
        {node.cordoned && <span className={styles.cordon}>{say(words.cordoned)}</span>}
      </p>
      {node.machine !== 'on' && <MachineBadge machine={node.machine} isSmall={density !== 'roomy'} />}
      {isSilent && density !== 'dense' && (
        <p className={styles.heard}>
          {say(density === 'roomy' ? words.lastHeard : words.heardShort, { s: silent })}
        </p>
      )}
      {!isSilent && density !== 'dense' && <CpuBar node={node} />}
      {canAct && density !== 'dense' && <MenuSign />}
    </div>
  )
}

function CpuBar({ node: { slot, cpu: all } }: { readonly node: NodeCard }) {
  const say = useText()
  const used = useWorld(({ nodeLoads }) => nodeLoads.cpuOf(slot))
  const share = all === 0 ? 0 : Math.min(1, used / all)
  return (
    <div
      className={styles.cpu}
      title={say(words.cpu, { used: cores(used), all: cores(all) })}
      aria-hidden="true"
    >
      <span className={styles.cpuUsed} style={{ width: `${100 * share}%` }} />
    </div>
  )
}

function cores(millicores: number): string {
  return String(Math.round(millicores / 100) / 10)
}

function stateWord({ ready }: NodeCard): 'Ready' | 'NotReady' | 'Unknown' {
  if (ready === 'True') return 'Ready'
  return ready === 'False' ? 'NotReady' : 'Unknown'
}

/** Seconds since its kubelet was last heard of: whole ones, so that it is drawn anew once a second. */
function useSilentSeconds({ lastHeard }: NodeCard): number {
  return useWorld(({ tick }) => (lastHeard === undefined ? 0 : Math.floor((tick - lastHeard) / 10)))
}
