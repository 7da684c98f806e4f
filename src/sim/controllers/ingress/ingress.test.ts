import { beforeEach, describe, expect, it } from 'vitest'
import { Typist } from '../../../../tests/support/lines.ts'

let typist: Typist

beforeEach(() => {
  typist = new Typist('sim cluster --nodes 1 --profile classroom')
})

describe('an Ingress', () => {
  it('gets the address of the one load balancer, as do those that follow', () => {
    typist.type('kubectl create ingress a --class=nginx --rule=a.example.com/*=web:80')
    typist.wait('2s')
    expect(typist.type('kubectl get ingress')).toBe(
      'NAME   CLASS   HOSTS           ADDRESS   PORTS   AGE\na      nginx   a.example.com             80      2s\n',
    )
    typist.wait('2s')
    typist.type('kubectl create ingress b --default-backend=web:http')
    typist.wait('1s')
    expect(typist.type('kubectl get ing --no-headers')).toBe(
      'a     nginx    a.example.com   203.0.113.1   80    5s\nb     <none>   *               203.0.113.1   80    1s\n',
    )
  })

  it('is described with its rules and the endpoints behind them', () => {
    typist.type('kubectl create deployment web --image=web --port=8080')
    typist.type('kubectl expose deployment web --port=80 --target-port=8080')
    typist.type(
      'kubectl create ingress a --rule=a.example.com/*=web:80 --rule=a.example.com/x=gone:80,tls=cert',
    )
    typist.wait('10s')
    expect(typist.type('kubectl describe ingress a')).toBe(
      `Name:             a
Labels:           <none>
Namespace:        default
Address:          203.0.113.1
Ingress Class:    <none>
Default backend:  <default>
TLS:
  cert terminates a.example.com
Rules:
  Host           Path  Backends
  ----           ----  --------
  a.example.com  
                 /    web:80 (10.244.0.2:8080)
                 /x   gone:80 (<error: services "gone" not found>)
Annotations:     <none>
Events:          <none>
`,
    )
  })

  it.each([
    ['{}', 'spec: Invalid value: null: either `defaultBackend` or `rules` must be specified'],
    ['{rules: [{http: {paths: []}}]}', 'spec.rules[0].http.paths: Required value'],
    [
      '{rules: [{host: 10.0.0.1, http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]}',
      'spec.rules[0].host: Invalid value: "10.0.0.1": must be a DNS name, not an IP address',
    ],
    [
      '{rules: [{host: "*", http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: s, port: {number: 80}}}}]}}]}',
      "a wildcard DNS-1123 subdomain must start with '*.'",
    ],
    [
      '{rules: [{http: {paths: [{path: x//y, pathType: Exact, backend: {service: {name: s, port: {number: 80}}}}]}}]}',
      '[spec.rules[0].http.paths[0].path: Invalid value: "x//y": must be an absolute path, spec.rules[0].http.paths[0].path: Invalid value: "x//y": must not contain \'//\']',
    ],
    [
      '{defaultBackend: {service: {name: s}}}',
      'spec.defaultBackend: Required value: port name or number is required',
    ],
    [
      '{defaultBackend: {}}',
      'spec.defaultBackend: Invalid value: "": resource or service backend is required',
    ],
  ])('is refused with the real words: %s', (spec, message) => {
    const manifest = `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: i}, spec: ${spec}}`
    const { exit, stderr } = typist.try('kubectl apply -f -', manifest)
    expect(exit).toBe(1)
    expect(stderr.replaceAll('\n* ', ' ')).toContain(
      message.startsWith('[') ? 'must be an absolute path' : message,
    )
  })

  it.each([
    ['', 'not enough information provided'],
    [
      '--rule=web:80',
      'rule web:80 is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]',
    ],
    ['--default-backend=web', 'default-backend should be in format servicename:serviceport'],
    ['--rule=/=web:80 --annotation=x', 'annotation x is invalid and should be in format key=[value]'],
  ])('is not made from `%s`', (flags, message) => {
    expect(typist.try(`kubectl create ingress i ${flags}`.trim()).stderr).toContain(message)
  })
})
