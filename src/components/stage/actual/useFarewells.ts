/** A pod that is gone fades: its chip's likeness stays for a moment in a layer of its own, where nothing can be done to it. */
import { type RefObject, useEffect } from 'react'
import { type Frame, looks, onFrame, podColumn, podWords } from '../../../state/index.ts'
import { targetId } from '../hands/target.ts'
import { motion } from '../motion.ts'
import { prefersStillness } from '../stillness.ts'

export function useFarewells(layer: RefObject<HTMLElement | null>, moving: boolean): void {
  useEffect(() => {
    if (!moving) return
    return onFrame((frame) => {
      if (frame.whole || layer.current === null) return
      // React draws the frame after its listeners have heard of it: the chips of those that are gone still stand.
      for (const slot of goneIn(frame)) bidFarewell(layer.current, slot)
    })
  }, [layer, moving])
}

function goneIn({ pods }: Frame): readonly number[] {
  const gone: number[] = []
  for (let at = 0; at < pods.length; at += podWords) {
    const look = looks[(pods[at + podColumn.state] as number) & 15]
    if (look === 'gone') gone.push(pods[at + podColumn.slot] as number)
  }
  return gone
}

function bidFarewell(layer: HTMLElement, slot: number): void {
  const chip = layer.querySelector<HTMLElement>(`[data-target="${targetId.pod(slot)}"]`)
  if (chip === null) return
  const likeness = chip.cloneNode(true) as HTMLElement
  for (const name of ['data-target', 'data-rove', 'aria-label', 'aria-pressed'])
    likeness.removeAttribute(name)
  likeness.setAttribute('aria-hidden', 'true')
  likeness.inert = true
  layer.parentElement?.append(likeness)
  const duration = prefersStillness() ? motion.crossFade : motion.farewell
  likeness.animate([{ opacity: 1 }, { opacity: 0 }], { duration, fill: 'forwards' }).onfinish = () =>
    likeness.remove()
}
