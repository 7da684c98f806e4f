import { describe, expect, it } from 'vitest'
import type { Draft } from '../../kind.ts'
import type { Service } from '../../types/index.ts'
import { Services } from './index.ts'

describe('a service that changes', () => {
  const old = created({ clusterIP: '10.0.128.7', ports: [{ port: 80 }], type: 'NodePort' })
  old.spec.ports[0].nodePort = 30_123

  it('keeps its address and node ports when the manifest does not name them', () => {
    const next = updated({ ports: [{ port: 80, targetPort: 8080 }], type: 'NodePort' })
    expect(next.spec.clusterIP).toBe('10.0.128.7')
    expect(next.spec.ports?.[0]?.nodePort).toBe(30_123)
    expect(errorsOf(next)).toEqual([])
  })

  it('may not take another address', () => {
    const next = updated({ clusterIP: '10.0.128.8', ports: [{ port: 80 }] })
    expect(errorsOf(next)).toEqual([
      'spec.clusterIPs[0]: Invalid value: ["10.0.128.8"]: may not change once set',
    ])
  })

  it('gives its node ports back when its type has none', () => {
    const next = updated({ ...old.spec, type: 'ClusterIP' })
    expect(next.spec.ports?.[0]?.nodePort).toBeUndefined()
    expect(next.spec.externalTrafficPolicy).toBeUndefined()
    expect(errorsOf(next)).toEqual([])
  })

  it('gives its address back when it becomes a mere name', () => {
    const next = updated({ type: 'ExternalName', externalName: 'example.com', clusterIP: '10.0.128.7' })
    expect(next.spec.clusterIP).toBeUndefined()
    expect(errorsOf(next)).toEqual([])
  })

  function updated(spec: Draft): Service {
    const service: Draft = structuredClone({ ...old, spec })
    Services.setDefaults?.(service)
    Services.prepareForUpdate?.(service, old)
    return service
  }

  function errorsOf(service: Service): readonly string[] {
    const errors = Services.validateUpdate?.(service, old) ?? []
    return errors.map((error) => `${error.field}: ${error.message}`)
  }
})

function created(spec: Draft): Draft {
  const service: Draft = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 's', namespace: 'default' },
    spec,
  }
  Services.setDefaults?.(service)
  Services.prepareForCreate?.(service)
  return service
}
