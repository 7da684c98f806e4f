/** Flags that several commands share. */
import type { Flag } from './flag.ts'

/** Taken by every command. Those that speak of connections and credentials mean nothing to a simulated cluster. */
export const globalFlags: readonly Flag[] = [
  { name: 'namespace', short: 'n', type: 'string' },
  { name: 'help', short: 'h', type: 'bool' },
  { name: 'as', type: 'string' },
  { name: 'as-group', type: 'array' },
  { name: 'as-uid', type: 'string' },
  { name: 'as-user-extra', type: 'array' },
  { name: 'cache-dir', type: 'string' },
  { name: 'certificate-authority', type: 'string' },
  { name: 'client-certificate', type: 'string' },
  { name: 'client-key', type: 'string' },
  { name: 'cluster', type: 'string' },
  { name: 'context', type: 'string' },
  { name: 'disable-compression', type: 'bool' },
  { name: 'insecure-skip-tls-verify', type: 'bool' },
  { name: 'kubeconfig', type: 'string' },
  { name: 'kuberc', type: 'string' },
  { name: 'log-flush-frequency', type: 'duration', default: '5s' },
  { name: 'match-server-version', type: 'bool' },
  { name: 'password', type: 'string' },
  { name: 'profile', type: 'string', default: 'none' },
  { name: 'profile-output', type: 'string', default: 'profile.pprof' },
  { name: 'request-timeout', type: 'string', default: '0' },
  { name: 'server', short: 's', type: 'string' },
  { name: 'tls-server-name', type: 'string' },
  { name: 'token', type: 'string' },
  { name: 'user', type: 'string' },
  { name: 'username', type: 'string' },
  { name: 'v', short: 'v', type: 'int' },
  { name: 'vmodule', type: 'string' },
  { name: 'warnings-as-errors', type: 'bool' },
]

export const printFlags: readonly Flag[] = [
  { name: 'output', short: 'o', type: 'string' },
  { name: 'template', type: 'string' },
  { name: 'allow-missing-template-keys', type: 'bool', default: 'true' },
  { name: 'show-managed-fields', type: 'bool' },
]

export const fileFlags: readonly Flag[] = [
  { name: 'filename', short: 'f', type: 'list' },
  { name: 'kustomize', short: 'k', type: 'string' },
  { name: 'recursive', short: 'R', type: 'bool' },
]

export const dryRunFlag: Flag = { name: 'dry-run', type: 'string', default: 'none', alone: 'unchanged' }

export const selectorFlag: Flag = { name: 'selector', short: 'l', type: 'string' }

export const fieldSelectorFlag: Flag = { name: 'field-selector', type: 'string' }

export const allNamespacesFlag: Flag = { name: 'all-namespaces', short: 'A', type: 'bool' }

export const allFlag: Flag = { name: 'all', type: 'bool' }

export const localFlag: Flag = { name: 'local', type: 'bool' }

export const recordFlag: Flag = {
  name: 'record',
  type: 'bool',
  deprecated: '--record will be removed in the future',
}

export const saveConfigFlag: Flag = { name: 'save-config', type: 'bool' }

export const validateFlag: Flag = { name: 'validate', type: 'string', default: 'strict', alone: 'strict' }

/** Who is noted as the writer of fields. The simulator keeps no managed fields. */
export function fieldManagerFlag(manager: string): Flag {
  return { name: 'field-manager', type: 'string', default: manager }
}
