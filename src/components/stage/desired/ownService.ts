import type { ServiceCard } from '../../../state/index.ts'

/** The API server's own Service is nobody's app. */
export function isOwn({ namespace, name }: ServiceCard): boolean {
  return namespace !== 'default' || name !== 'kubernetes'
}
