/** How far a ratio may be from 1 before anything is done (Tolerances in replica_calculator.go, Kubernetes v1.36). */
import { parseQuantity } from '../../api/quantity.ts'
import type { Quantity, ScalingBehavior } from '../../api/types/index.ts'

export interface Tolerances {
  readonly up: number
  readonly down: number
}

/** --horizontal-pod-autoscaler-tolerance */
const usual = 0.1

export function tolerancesOf(behavior: ScalingBehavior | undefined): Tolerances {
  return {
    up: fraction(behavior?.scaleUp?.tolerance) ?? usual,
    down: fraction(behavior?.scaleDown?.tolerance) ?? usual,
  }
}

export function isTolerated(ratio: number, { up, down }: Tolerances): boolean {
  return 1 - down <= ratio && ratio <= 1 + up
}

function fraction(quantity: Quantity | undefined): number | undefined {
  if (quantity === undefined) return undefined
  const { value, scale } = parseQuantity(quantity)
  return Number(`${value}e${scale}`)
}
