import type { Text } from '../../../i18n/index.ts'
import { scenarioCards } from '../../../scenarios/index.ts'
import { go } from '../../../state/index.ts'
import type { Action } from '../action.ts'

const words = {
  home: { en: 'Go to: all scenarios', ko: '이동: 모든 시나리오' },
  sandbox: { en: 'Go to: sandbox', ko: '이동: 샌드박스' },
  fidelity: { en: 'Go to: how true it is', ko: '이동: 실제와 얼마나 같은가' },
} satisfies Record<string, Text>

export const goActions: readonly Action[] = [
  ...scenarioCards.map(
    ({ id, title }): Action => ({
      id: `scenario-${id}`,
      group: 'go',
      label: { en: `Scenario: ${title.en}`, ko: `시나리오: ${title.ko}` },
      run: () => go({ page: 'scenario', id }),
    }),
  ),
  ...(['home', 'sandbox', 'fidelity'] as const).map(
    (page): Action => ({ id: page, group: 'go', label: words[page], run: () => go({ page }) }),
  ),
]
