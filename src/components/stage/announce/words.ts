import type { Text } from '../../../i18n/index.ts'

export const words = {
  created: { en: '{n} {n|pod/pods} created.', ko: 'Pod {n}개가 생겼어요.' },
  deleted: { en: '{n} {n|pod/pods} gone.', ko: 'Pod {n}개가 사라졌어요.' },
  failed: { en: '{n} {n|pod/pods} failed.', ko: 'Pod {n}개가 실패했어요.' },
  ready: { en: '{name}: {ready} of {desired} Ready.', ko: '{name}: {desired}개 중 {ready}개 준비됨.' },
  nodeReady: { en: '{name} is Ready.', ko: '{name} 노드가 Ready예요.' },
  nodeNotReady: { en: '{name} is NotReady.', ko: '{name} 노드가 NotReady예요.' },
  nodeUnknown: { en: '{name} is not heard of.', ko: '{name} 노드에서 소식이 없어요.' },
  nodeGone: { en: '{name} is gone.', ko: '{name} 노드가 사라졌어요.' },
  asleep: { en: '{name} sleeps.', ko: '{name|은/는} 자고 있어요.' },
  awake: { en: '{name} is awake.', ko: '{name|이/가} 깨어났어요.' },
  apiDown: { en: 'The API server is down.', ko: 'API 서버가 멈췄어요.' },
  apiUp: { en: 'The API server is back.', ko: 'API 서버가 돌아왔어요.' },
} satisfies Record<string, Text>
