import { scaleDownDefaults, scaleUpDefaults } from '../../api/kinds/horizontalPodAutoscaler/defaults.ts'
import type { ScalingBehavior, ScalingRules } from '../../api/types/index.ts'
import { type Tick, ticksOf } from '../../core/clock.ts'
import type { Windows } from './stabilization.ts'

/** The rules of both directions, whole. */
export interface Rules {
  readonly scaleUp: ScalingRules
  readonly scaleDown: ScalingRules
}

/** A behaviour that says nothing about either direction is the default one. */
export function rulesOf({ scaleUp, scaleDown }: ScalingBehavior): Rules {
  return { scaleUp: scaleUp ?? scaleUpDefaults, scaleDown: scaleDown ?? scaleDownDefaults }
}

/** `usualDown`: the controller's own window for shrinking. */
export function windowsOf({ scaleUp, scaleDown }: Rules, usualDown: Tick): Windows {
  const { stabilizationWindowSeconds: down } = scaleDown
  return {
    up: ticksOf(scaleUp.stabilizationWindowSeconds ?? 0),
    down: down === undefined ? usualDown : ticksOf(down),
  }
}
