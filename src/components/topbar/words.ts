import type { Text } from '../../i18n/index.ts'

export const words = {
  home: { en: 'Kubeloop: all scenarios', ko: 'Kubeloop: 모든 시나리오' },
  step: { en: 'step {step}/{steps}', ko: '{steps}단계 중 {step}단계' },
  sandbox: { en: 'Sandbox', ko: '샌드박스' },
  fidelity: { en: 'Fidelity', ko: '충실도' },
  palette: { en: 'Commands', ko: '명령 찾기' },
  share: { en: 'Share', ko: '공유' },
  everything: { en: 'Show everything', ko: '모두 보기' },
} satisfies Record<string, Text>
