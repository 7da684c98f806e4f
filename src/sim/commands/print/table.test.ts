import { describe, expect, it } from 'vitest'
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Secrets } from '../../api/kinds/secret/index.ts'
import type { ApiObject } from '../../api/types/index.ts'
import { CustomColumnsTable, customColumns } from './formats/customColumns.ts'
import { TablePrinter, table } from './table.ts'

const now = 1_767_225_600

function secret(name: string, labels?: Record<string, string>): ApiObject {
  const metadata = { name, namespace: 'team', labels, creationTimestamp: '2025-12-31T23:59:50Z' }
  return { kind: 'Secret', apiVersion: 'v1', metadata, type: 'Opaque' } as never
}

const deployment = {
  kind: 'Deployment',
  apiVersion: 'apps/v1',
  metadata: { name: 'web', namespace: 'team', creationTimestamp: '2025-12-31T23:58:00Z' },
  spec: {
    replicas: 3,
    selector: { matchLabels: { app: 'web' } },
    template: { spec: { containers: [{ name: 'c', image: 'i' }] } },
  },
  status: {},
} as never

describe('tables', () => {
  it('adds labels as columns, and all of them at the end', () => {
    const secrets = [secret('a', { 'x/app': 'web', b: '2' }), secret('b')]
    expect(table(Secrets, secrets, now, { labelColumns: ['x/app'], showLabels: true })).toBe(
      [
        'NAME   TYPE     DATA   AGE   APP   LABELS',
        'a      Opaque   0      10s   web   b=2,x/app=web',
        'b      Opaque   0      10s         <none>',
        '',
      ].join('\n'),
    )
  })

  it('names the kind and the namespace, begins each kind anew, and gives cluster-wide kinds no namespace', () => {
    const printer = new TablePrinter({ withKind: true, withNamespace: true })
    printer.add(Deployments, [deployment], now)
    printer.add(Namespaces, [{ metadata: { name: 'team' }, status: { phase: 'Active' } } as never], now)
    expect(printer.take()).toBe(
      [
        'NAMESPACE   NAME                  READY   UP-TO-DATE   AVAILABLE   AGE',
        'team        deployment.apps/web   0/3     0            0           2m',
        '',
        'NAME             STATUS   AGE',
        'namespace/team   Active   <unknown>',
        '',
      ].join('\n'),
    )
  })

  it('prints nothing for nothing, and no blank lines between kinds without headers', () => {
    const printer = new TablePrinter({ noHeaders: true })
    printer.add(Secrets, [], now)
    printer.add(Secrets, [secret('a')], now)
    printer.add(Deployments, [deployment], now)
    expect(printer.take()).toBe('a     Opaque   0     10s\nweb   0/3   0     0     2m\n')
  })

  it('prints custom columns, with <none> for what is missing', () => {
    const columns = customColumns('NAME:.metadata.name,LABELS:metadata.labels,X:{.spec.x}')
    const table = new CustomColumnsTable(columns)
    for (const object of [secret('a', { b: '2' }), secret('long-name')]) table.add(object)
    expect([table.takeSome(2), table.takeSome(2), table.hasMore]).toEqual([
      'NAME        LABELS     X\na           map[b:2]   <none>\n',
      'long-name   <none>     <none>\n',
      false,
    ])
    expect(() => customColumns('NAME')).toThrow(
      'unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>',
    )
  })
})
