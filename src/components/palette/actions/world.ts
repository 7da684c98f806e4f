import type { Text } from '../../../i18n/index.ts'
import { reset, run, session, showLens, undo, world } from '../../../state/index.ts'
import { copyText } from '../../controls/copyText.ts'
import { openManifest } from '../../manifest/index.ts'
import { openShare } from '../../share/index.ts'
import { scriptOfThisWorld } from '../../terminal/index.ts'
import { transportWords } from '../../transport/index.ts'
import type { Action } from '../action.ts'

const words = {
  undo: { en: 'Undo the last command', ko: '마지막 명령 되돌리기' },
  manifest: { en: 'Apply a manifest …', ko: '매니페스트 적용하기 …' },
  script: { en: 'Copy what was done as a script', ko: '지금까지 한 일을 스크립트로 복사' },
  sendTraffic: { en: 'Send requests to a Service …', ko: 'Service에 요청 보내기 …' },
  stopTraffic: { en: 'Stop all requests', ko: '모든 요청 그만 보내기' },
  share: { en: 'Share this world …', ko: '이 세계 공유하기 …' },
} satisfies Record<string, Text>

export const worldActions: readonly Action[] = [
  {
    id: 'undo',
    group: 'world',
    label: words.undo,
    keys: [
      { key: 'u', code: 'KeyU', shown: 'U' },
      { key: 'z', code: 'KeyZ', command: true, shown: 'Z' },
    ],
    region: 'undo',
    refusal: () => (session.getState().clock.undo === undefined ? transportWords.nothingToUndo : undefined),
    run: undo,
  },
  { id: 'reset', group: 'world', label: transportWords.reset, region: 'undo', run: reset },
  { id: 'manifest', group: 'world', label: words.manifest, region: 'terminal', run: () => openManifest() },
  {
    id: 'send-traffic',
    group: 'world',
    label: words.sendTraffic,
    region: 'menus',
    isThere: () => [...world.getState().services.values()].some(({ name }) => name !== 'kubernetes'),
    run: () => showLens('traffic'),
  },
  {
    id: 'stop-traffic',
    group: 'world',
    label: words.stopTraffic,
    region: 'menus',
    isThere: () => world.getState().loads.some(({ stopped }) => !stopped),
    run: () => void run('sim traffic stop --all'),
  },
  { id: 'script', group: 'world', label: words.script, run: () => void copyText(scriptOfThisWorld()) },
  { id: 'share', group: 'world', label: words.share, run: openShare },
]
