/** Containers and pods as `create deployment` and `run` make them. Fields are in the order of the Go structures. */
import type { Draft } from '../../../api/kind.ts'

/** "registry:5000/team/web:1.2@sha256:…" → "web" */
export function containerName(image: string): string {
  const last = image.split('/').at(-1) as string
  return (last.split(/[:@]/)[0] as string).toLowerCase().replace(/[^-a-z0-9]/g, '-')
}

export interface ContainerParts {
  readonly name: string
  readonly image: string
  readonly command?: readonly string[]
  readonly args?: readonly string[]
  /** 0: none. */
  readonly port?: number
  readonly env?: readonly Draft[]
  readonly imagePullPolicy?: string
}

export function newContainer({
  name,
  image,
  command = [],
  args = [],
  port = 0,
  env = [],
  imagePullPolicy = '',
}: ContainerParts): Draft {
  return {
    name,
    image,
    ...(command.length > 0 ? { command } : {}),
    ...(args.length > 0 ? { args } : {}),
    ...(port > 0 ? { ports: [{ containerPort: port }] } : {}),
    ...(env.length > 0 ? { env } : {}),
    resources: {},
    ...(imagePullPolicy === '' ? {} : { imagePullPolicy }),
  }
}
