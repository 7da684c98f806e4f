/** Probes and lifecycle handlers (pkg/apis/core/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import { httpHeaderNameErrors } from '../../names.ts'
import type { Container, Handler, HttpGetAction, Probe } from '../../types/index.ts'
import { complaints, validateNonNegative, validatePort } from '../fields.ts'

const times = [
  'initialDelaySeconds',
  'timeoutSeconds',
  'periodSeconds',
  'successThreshold',
  'failureThreshold',
] as const

/** Lifecycle hooks and the three probes of one container, in the order in which errors are listed. */
export function validateHooksAndProbes(
  container: Container,
  graceSeconds: number | undefined,
  field: string,
): readonly FieldError[] {
  const { lifecycle, livenessProbe, readinessProbe, startupProbe } = container
  const errors: FieldError[] = []
  for (const hook of ['postStart', 'preStop'] as const) {
    const handler = lifecycle?.[hook]
    if (handler !== undefined)
      errors.push(...validateHandler(handler, graceSeconds, `${field}.lifecycle.${hook}`))
  }
  if (livenessProbe !== undefined) errors.push(...validateVitalProbe(livenessProbe, `${field}.livenessProbe`))
  if (readinessProbe !== undefined)
    errors.push(...validateReadinessProbe(readinessProbe, `${field}.readinessProbe`))
  if (startupProbe !== undefined) errors.push(...validateVitalProbe(startupProbe, `${field}.startupProbe`))
  return errors
}

/** A probe that may restart the container needs one success only. */
function validateVitalProbe(probe: Probe, field: string): readonly FieldError[] {
  const errors = validateProbe(probe, field)
  if (probe.successThreshold === 1) return errors
  return [...errors, invalid(`${field}.successThreshold`, probe.successThreshold ?? 0, 'must be 1')]
}

function validateReadinessProbe(probe: Probe, field: string): readonly FieldError[] {
  const errors = validateProbe(probe, field)
  const seconds = probe.terminationGracePeriodSeconds
  if (seconds === undefined) return errors
  const why = 'must not be set for readinessProbes'
  return [...errors, invalid(`${field}.terminationGracePeriodSeconds`, seconds, why)]
}

function validateProbe(probe: Probe, field: string): readonly FieldError[] {
  const grace = probe.terminationGracePeriodSeconds
  return [
    ...validateHandler(probe, undefined, field),
    ...times.flatMap((time) => validateNonNegative(probe[time] ?? 0, `${field}.${time}`)),
    ...(grace !== undefined && grace <= 0
      ? [invalid(`${field}.terminationGracePeriodSeconds`, grace, 'must be greater than 0')]
      : []),
  ]
}

/** Exactly one way to act; the first is looked at more closely, the others are refused. */
function validateHandler(
  handler: Handler,
  graceSeconds: number | undefined,
  field: string,
): readonly FieldError[] {
  const { exec, httpGet, tcpSocket, grpc, sleep } = handler
  const ways: readonly [string, readonly FieldError[] | undefined][] = [
    ['exec', exec && ((exec.command ?? []).length === 0 ? [required(`${field}.exec.command`)] : [])],
    ['httpGet', httpGet && validateHttpGet(httpGet, `${field}.httpGet`)],
    ['tcpSocket', tcpSocket && validatePort(tcpSocket.port, `${field}.tcpSocket.port`)],
    ['grpc', grpc && validatePort(grpc.port, `${field}.grpc.port`)],
    ['sleep', sleep && validateSleep(sleep.seconds, graceSeconds, `${field}.sleep`)],
  ]
  const given = ways.flatMap(([name, errors]) => (errors === undefined ? [] : [{ name, errors }]))
  if (given.length === 0) return [required(field, 'must specify a handler type')]
  return given.flatMap(({ name, errors }, i) =>
    i === 0 ? errors : [forbidden(`${field}.${name}`, 'may not specify more than 1 handler type')],
  )
}

function validateHttpGet(action: HttpGetAction, field: string): readonly FieldError[] {
  const schemes = ['HTTP', 'HTTPS']
  const scheme = action.scheme ?? ''
  return [
    ...((action.path ?? '') === '' ? [required(`${field}.path`)] : []),
    ...validatePort(action.port, `${field}.port`),
    ...(schemes.includes(scheme) ? [] : [notSupported(`${field}.scheme`, scheme, schemes)]),
    ...(action.httpHeaders ?? []).flatMap(({ name }) =>
      complaints(`${field}.httpHeaders`, name, httpHeaderNameErrors(name)),
    ),
  ]
}

function validateSleep(
  seconds: number,
  graceSeconds: number | undefined,
  field: string,
): readonly FieldError[] {
  if (graceSeconds === undefined || (seconds >= 0 && seconds <= graceSeconds)) return []
  const why = `must be non-negative and less than terminationGracePeriodSeconds (${graceSeconds})`
  return [invalid(field, seconds, why)]
}
