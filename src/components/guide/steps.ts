/** Moving between steps, as the buttons, the keys and a clicker do. */
import { guide } from '../../state/index.ts'

export function nextStep(): void {
  guide({ do: 'next' })
}

export function previousStep(): void {
  guide({ do: 'back' })
}

export function goToStep(step: number): void {
  guide({ do: 'go', step })
}
