/** The API server's refusals (k8s.io/apimachinery/pkg/api/errors, v1.36), as one exception class. */
import type { FieldError } from './fieldError.ts'

export type StatusReason =
  | 'NotFound'
  | 'AlreadyExists'
  | 'Conflict'
  | 'Invalid'
  | 'BadRequest'
  | 'Forbidden'
  | 'TooManyRequests'
  | 'InternalError'
  | 'MethodNotAllowed'
  | 'Gone'
  | 'Unauthorized'
  /** An aggregated API whose server does not answer. */
  | 'ServiceUnavailable'
  /** The API server itself did not answer. */
  | 'ConnectionRefused'

const codes: Readonly<Record<StatusReason, number>> = {
  NotFound: 404,
  AlreadyExists: 409,
  Conflict: 409,
  Invalid: 422,
  BadRequest: 400,
  Forbidden: 403,
  TooManyRequests: 429,
  InternalError: 500,
  MethodNotAllowed: 405,
  Gone: 410,
  Unauthorized: 401,
  ServiceUnavailable: 503,
  ConnectionRefused: 0,
}

export interface StatusDetails {
  readonly name?: string
  readonly group?: string
  readonly kind?: string
  readonly causes?: readonly FieldError[]
  readonly retryAfterSeconds?: number
}

/** V8 writes down so many calls with every error; other engines have no such thing. */
const host = Error as { stackTraceLimit?: number | undefined }

/**
 * Thrown by every API verb that refuses. `message` is the text of the real Status. It is an answer and no fault, so from
 * where it was given isn't written down: that takes several times as long as the answer.
 */
export class StatusError extends Error {
  readonly reason: StatusReason
  readonly code: number
  readonly details: StatusDetails

  constructor(reason: StatusReason, message: string, details: StatusDetails = {}) {
    const { stackTraceLimit } = host
    host.stackTraceLimit = 0
    super(message)
    host.stackTraceLimit = stackTraceLimit
    this.reason = reason
    this.code = codes[reason]
    this.details = details
  }
}

export function isStatus(error: unknown, reason: StatusReason): error is StatusError {
  return error instanceof StatusError && error.reason === reason
}

/** `resource`: "deployments.apps". */
export function notFoundError(resource: string, name: string): StatusError {
  return new StatusError('NotFound', `${resource} "${name}" not found`, { name, kind: resource })
}

export function alreadyExistsError(resource: string, name: string): StatusError {
  return new StatusError('AlreadyExists', `${resource} "${name}" already exists`, { name, kind: resource })
}

export function conflictError(resource: string, name: string, why: string): StatusError {
  const message = `Operation cannot be fulfilled on ${resource} "${name}": ${why}`
  return new StatusError('Conflict', message, { name, kind: resource })
}

export const staleObject =
  'the object has been modified; please apply your changes to the latest version and try again'

/** `kind`: "Deployment.apps", or "Pod" in the core group. */
export function invalidError(kind: string, name: string, causes: readonly FieldError[]): StatusError {
  const texts = causes.map((cause) => `${cause.field}: ${cause.message}`)
  const list = texts.length === 1 ? texts[0] : `[${texts.join(', ')}]`
  return new StatusError('Invalid', `${kind} "${name}" is invalid: ${list}`, { name, kind, causes })
}

export function forbiddenError(resource: string, name: string, why: string): StatusError {
  return new StatusError('Forbidden', `${resource} "${name}" is forbidden: ${why}`, { name, kind: resource })
}
