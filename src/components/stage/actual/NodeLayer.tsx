import { memo, useMemo } from 'react'
import { useRevealed, useText, useWorld } from '../../../state/index.ts'
import type { Arrangement } from '../../../viz/loop/arrange.ts'
import { hasSideHead } from '../../../viz/loop/card.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import { inOrder } from './crowd.ts'
import { NodeView } from './NodeView.tsx'
import { words } from './words.ts'

interface Props {
  readonly arrangement: Arrangement
  readonly unit: number
}

export const NodeLayer = memo(function NodeLayer({ arrangement, unit }: Props) {
  const say = useText()
  const cards = useWorld((world) => world.nodes)
  const nodes = useMemo(() => inOrder(cards.values()), [cards])
  const canAct = useRevealed('menus')
  const ids = useMemo(() => nodes.map(({ slot }) => targetId.node(slot)), [nodes])
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  const boxOf = useMemo(() => new Map(arrangement.nodes.map((box) => [box.slot, box])), [arrangement])
  const hasZone = useMemo(() => new Set(nodes.map(({ zone }) => zone)).size > 1, [nodes])
  return (
    <div {...group} role="toolbar" aria-label={say(words.nodes)}>
      {nodes.map((node) => {
        const box = boxOf.get(node.slot)
        return (
          box && (
            <NodeView
              key={node.slot}
              node={node}
              x={Math.round(box.x * unit)}
              y={Math.round(box.y * unit)}
              width={Math.round(box.width * unit)}
              height={Math.round(box.height * unit)}
              density={arrangement.density}
              hasSideHead={hasSideHead(box.width)}
              hasZone={hasZone}
              isStop={targetId.node(node.slot) === stop}
              canAct={canAct}
            />
          )
        )
      })}
    </div>
  )
})
