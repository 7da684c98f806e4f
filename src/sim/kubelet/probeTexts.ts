/** What a failing probe says, as the prober's runners put it (pkg/probe, v1.36). */
import type { Container, Handler, HttpGetAction, IntOrString, Probe } from '../api/types/index.ts'
import type { ProbeKind } from './health.ts'

const titles: Readonly<Record<ProbeKind, string>> = {
  startup: 'Startup',
  liveness: 'Liveness',
  readiness: 'Readiness',
}

/** `timedOut`: the process hangs; else it refuses, because it isn't up yet. */
export function probeFailedText(
  kind: ProbeKind,
  probe: Probe,
  container: Container,
  ip: string,
  timedOut: boolean,
) {
  return `${titles[kind]} probe failed: ${outcome(probe, container, ip, timedOut)}`
}

function outcome(probe: Probe, container: Container, ip: string, timedOut: boolean): string {
  const timeout = `${probe.timeoutSeconds ?? 1}s`
  const { httpGet, tcpSocket, grpc, exec } = probe as Handler
  if (httpGet !== undefined) {
    const host = `${httpGet.host ?? ip}:${portNumber(httpGet.port, container)}`
    const why = timedOut
      ? 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
      : refused(host)
    return `Get "${url(httpGet, host)}": ${why}`
  }
  if (tcpSocket !== undefined) {
    const host = `${tcpSocket.host ?? ip}:${portNumber(tcpSocket.port, container)}`
    return timedOut ? `dial tcp ${host}: i/o timeout` : refused(host)
  }
  if (grpc !== undefined) {
    const host = `${ip}:${grpc.port}`
    const why = timedOut
      ? 'context deadline exceeded'
      : `connection error: desc = "transport: Error while dialing: ${refused(host)}"`
    return `timeout: failed to connect service "${host}" within ${timeout}: ${why}`
  }
  return timedOut ? `command timed out: "${(exec?.command ?? []).join(' ')}" timed out after ${timeout}` : ''
}

function url(action: HttpGetAction, host: string): string {
  const path = action.path ?? '/'
  return `${(action.scheme ?? 'HTTP').toLowerCase()}://${host}${path.startsWith('/') ? '' : '/'}${path}`
}

function refused(host: string): string {
  return `dial tcp ${host}: connect: connection refused`
}

function portNumber(port: IntOrString, container: Container): number {
  if (typeof port === 'number') return port
  const named = (container.ports ?? []).find((one) => one.name === port)
  return named?.containerPort ?? Number(port)
}
