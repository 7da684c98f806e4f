import type { HttpGetAction, Probe } from '../../../api/types/index.ts'

/** "http-get http://:8080/ delay=0s timeout=1s period=10s #success=1 #failure=3" */
export function probeText(probe: Probe): string {
  const { initialDelaySeconds = 0, timeoutSeconds = 0, periodSeconds = 0 } = probe
  const { successThreshold = 0, failureThreshold = 0 } = probe
  const times = `delay=${initialDelaySeconds}s timeout=${timeoutSeconds}s period=${periodSeconds}s`
  return `${handlerText(probe)} ${times} #success=${successThreshold} #failure=${failureThreshold}`
}

function handlerText({ exec, httpGet, tcpSocket, grpc }: Probe): string {
  if (exec) return `exec [${(exec.command ?? []).join(' ')}]`
  if (httpGet) return `http-get ${url(httpGet)}`
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port}`
  if (grpc) return `grpc <pod>:${grpc.port} ${grpc.service ?? ''}`
  return 'unknown'
}

function url({ scheme = '', host = '', port, path = '' }: HttpGetAction): string {
  const name = host.includes(':') ? `[${host}]` : host
  const rooted = path === '' || path.startsWith('/') ? path : `/${path}`
  return `${scheme.toLowerCase()}://${name}:${port}${escapedPath(rooted)}`
}

function escapedPath(path: string): string {
  return path.replace(/[^\w\-.~$&+,/:;=@]/gu, (character) =>
    /[!'()*]/.test(character)
      ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
      : encodeURIComponent(character),
  )
}
