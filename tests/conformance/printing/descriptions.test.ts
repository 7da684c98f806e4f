/** Descriptions of objects as kubectl 1.36 printed them for a real 1.36 control plane. */
import { expect, it, describe as suite } from 'vitest'
import type { Reader } from '../../../src/sim/api/reader.ts'
import type { ApiObject, Event } from '../../../src/sim/api/types/index.ts'
import { describe } from '../../../src/sim/commands/print/describe/index.ts'
import cases from './descriptions.json' with { type: 'json' }

/** A world of a few objects, indexed as the registry would. */
function readerOf(objects: readonly ApiObject[], events: readonly Event[], nowSeconds: number): Reader {
  const ofKind = (kind: { kind: string }) => objects.filter((object) => object.kind === kind.kind)
  return {
    nowSeconds,
    get: (kind, namespace, name) =>
      ofKind(kind).find(
        ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
      ) as never,
    list: (kind) => ofKind(kind) as never,
    byIndex: (kind, index, key) =>
      ofKind(kind).filter((object) => {
        const keys = kind.indexes?.[index]?.(object as never)
        return keys === key || (Array.isArray(keys) && keys.includes(key))
      }) as never,
    // Controllers file a node's events under its uid, kubelets under its name.
    eventsAbout: ({ kind, metadata: { uid, name } }) =>
      (kind === 'Node' && uid !== name ? [uid, name] : [uid]).flatMap((filed) =>
        events.filter(({ involvedObject }) => involvedObject.uid === filed),
      ),
  }
}

suite('kubectl describe', () => {
  it.each(cases)('$command, as in $recording', ({ object, others, events, now, expected }) => {
    const reader = readerOf([object, ...others] as never, events as never, now)
    expect(describe(object as never, reader, now)).toBe(expected)
  })
})
