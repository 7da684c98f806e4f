import { beforeEach, describe, expect, it } from 'vitest'
import { Typist } from '../../../../tests/support/lines.ts'

let typist: Typist

beforeEach(() => {
  typist = new Typist('sim cluster --nodes 1')
  typist.type('kubectl create service loadbalancer web --tcp=80')
})

function row(): readonly string[] {
  return typist.type('kubectl get svc web --no-headers').trim().split(/\s+/)
}

function events(): readonly string[] {
  const all = typist.sitting.world.engine.server.events()
  return all
    .filter(({ involvedObject }) => involvedObject.kind === 'Service')
    .map(({ reason, message, source }) => `${source?.component} ${reason}: ${message}`)
}

describe('a service of type LoadBalancer', () => {
  it('waits for its address, and gets it after 8 to 30 seconds', () => {
    typist.wait('7s')
    expect(row().slice(1, 4)).toEqual(['LoadBalancer', row()[2], '<pending>'])
    typist.wait('24s')
    expect(row()[3]).toBe('203.0.113.1')
    expect(row()[4]).toMatch(/^80:3[0-2]\d{3}\/TCP$/)
    expect(typist.type('kubectl describe svc web')).toContain('LoadBalancer Ingress:     203.0.113.1 (VIP)')
    expect(events()).toEqual([
      'service-controller EnsuringLoadBalancer: Ensuring load balancer',
      'service-controller EnsuredLoadBalancer: Ensured load balancer',
    ])
    expect(typist.type('kubectl get svc web -o jsonpath={.metadata.finalizers}')).toBe(
      '["service.kubernetes.io/load-balancer-cleanup"]',
    )
  })

  it('gives every service an address of its own, which is not used again', () => {
    typist.type('kubectl create service loadbalancer api --tcp=80')
    typist.wait('31s')
    typist.type('kubectl delete svc api')
    typist.type('kubectl create service loadbalancer api --tcp=80')
    typist.wait('31s')
    expect(typist.type('kubectl get svc -o jsonpath={.items[*].status.loadBalancer.ingress[*].ip}')).toBe(
      '203.0.113.3 203.0.113.1',
    )
  })

  it('stays until its load balancer is gone', () => {
    typist.wait('31s')
    typist.type('kubectl delete svc web --wait=false')
    typist.wait('7s')
    expect(row()[0]).toBe('web')
    typist.wait('24s')
    expect(typist.try('kubectl get svc web').stderr).toContain('NotFound')
    expect(events().slice(2)).toEqual([
      'service-controller DeletingLoadBalancer: Deleting load balancer',
      'service-controller DeletedLoadBalancer: Deleted load balancer',
    ])
  })

  it('loses its address when it becomes of another type', () => {
    typist.wait('31s')
    typist.type(`kubectl patch svc web -p {"spec":{"type":"ClusterIP"}}`.replaceAll('"', '\\"'))
    typist.wait('31s')
    expect(row().slice(1, 4)).toEqual(['ClusterIP', row()[2], '<none>'])
    expect(typist.type('kubectl get svc web -o jsonpath={.metadata.finalizers}{.status}')).toBe(
      '{"loadBalancer":{}}',
    )
  })

  it('waits for ever where there is no cloud', () => {
    typist = new Typist('sim cluster --nodes 1', { cloud: 'none' })
    typist.type('kubectl create service loadbalancer web --tcp=80')
    typist.wait('1h')
    expect(row()[3]).toBe('<pending>')
    expect(events()).toEqual([])
  })

  it('is quicker in a classroom', () => {
    typist = new Typist('sim cluster --nodes 1 --profile classroom')
    typist.type('kubectl create service loadbalancer web --tcp=80')
    typist.wait('3500ms')
    expect(row()[3]).toBe('203.0.113.1')
  })
})
