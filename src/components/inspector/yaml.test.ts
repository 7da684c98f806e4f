import { describe, expect, it } from 'vitest'
import { briefYaml, tokensOf } from './yaml.ts'

const full = `apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: |
      {"status":"no"}
  creationTimestamp: "2026-01-01T00:00:00Z"
  generation: 2
  labels:
    app: web
  managedFields:
  - apiVersion: apps/v1
    fieldsV1:
      f:spec: {}
  name: web
  ownerReferences:
  - kind: Other
    name: x
  resourceVersion: "12"
  uid: 1-2-3
spec:
  replicas: 2
  template:
    metadata:
      generation: kept
    spec:
      status: kept
status:
  conditions:
  - type: Available

  replicas: 2
`

describe('YAML for reading', () => {
  it('leaves out the status and what the API server keeps for itself', () => {
    expect(briefYaml(full)).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
spec:
  replicas: 2
  template:
    metadata:
      generation: kept
    spec:
      status: kept`)
  })

  it.each([
    ['  replicas: 3', 'sign key sign number'],
    ['  - image: nginx:1.27', 'sign key sign text'],
    ['  app.kubernetes.io/name: web', 'sign key sign text'],
    ['  - --flag=a:b', 'sign text'],
    ['# kind: no', 'comment'],
    ['    a sentence: with <b>colons</b>', 'sign key sign text'],
    ['', 'sign text'],
  ])('tells the parts of "%s" apart, and loses nothing', (line, kinds) => {
    expect(
      tokensOf(line)
        .map(({ kind }) => kind)
        .join(' '),
    ).toBe(kinds)
    expect(
      tokensOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line)
  })
})
