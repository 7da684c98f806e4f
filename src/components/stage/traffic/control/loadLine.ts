/** The `sim traffic` line of a setting. What is as it would be anyway is left out: a short line is read. */
import type { LoadSetting } from '../../../../state/index.ts'

export type LoadShape = NonNullable<LoadSetting['shape']>
export type LoadKind = LoadShape['name'] | 'users'

/** What a load is before anybody has touched it. */
export const firstSetting: LoadSetting = {
  shape: { name: 'const', rps: 50, peak: 250, over: 60, after: 0, steps: '' },
  timeout: 1,
  retries: 0,
  clients: 100,
}

const usualUsers = { count: 20, think: 1 }

/** `target`: "svc/web", "svc/web -n shop". */
export function loadLine(target: string, setting: LoadSetting): string {
  const { shape, users, timeout, retries, clients } = setting
  return [
    `sim traffic ${target}`,
    ...(users === undefined ? shapeOptions(shape ?? shapeOf(firstSetting)) : usersOptions(users)),
    ...(clients === 100 || users !== undefined ? [] : [`--clients ${clients}`]),
    ...(timeout === 1 ? [] : [`--timeout ${timeText(timeout)}`]),
    ...(retries === 0 ? [] : [`--retries ${retries}`]),
  ].join(' ')
}

export function stopLine(target: string): string {
  return `sim traffic stop ${target}`
}

export function kindOf({ shape, users }: LoadSetting): LoadKind {
  return users === undefined ? (shape?.name ?? 'const') : 'users'
}

/** The number that its slider stands at: requests a second, or users. */
export function amountOf({ shape, users }: LoadSetting): number {
  return users?.count ?? shape?.rps ?? 0
}

export function withAmount(setting: LoadSetting, amount: number): LoadSetting {
  const { shape, users } = setting
  if (users !== undefined) return { ...setting, users: { ...users, count: Math.round(amount) } }
  const before = shape ?? shapeOf(firstSetting)
  return { ...setting, shape: { ...before, rps: amount, peak: scaled(before, amount), steps: steps(amount) } }
}

export function withKind(setting: LoadSetting, kind: LoadKind): LoadSetting {
  const { shape: _, users, ...rest } = setting
  if (kind === 'users') return { ...rest, users: users ?? usualUsers }
  const before = shapeOf(setting)
  return { ...rest, shape: { ...before, name: kind, over: spans[kind], after: 0, steps: steps(before.rps) } }
}

/** A spike on top of what there is: five times as many, for a while. */
export function withSpike(setting: LoadSetting): LoadSetting {
  const { users: _, ...rest } = setting
  const { rps } = shapeOf(setting)
  return { ...rest, shape: { name: 'spike', rps, peak: rps * 5, over: spans.spike, after: 0, steps: '' } }
}

/** Its shape; of users, one with as many requests as they would send at most. */
function shapeOf({ shape, users }: LoadSetting): LoadShape {
  if (shape !== undefined && (shape.name !== 'step' || shape.rps > 0)) return shape
  const first = firstSetting.shape as LoadShape
  const rps =
    users === undefined ? first.rps : Math.max(1, Math.round(users.count / Math.max(users.think, 0.1)))
  return { ...first, rps, peak: rps * 5 }
}

/** Seconds that each shape takes, unless somebody says otherwise: short enough to watch. */
const spans: { readonly [K in LoadShape['name']]: number } = {
  const: 60,
  ramp: 60,
  spike: 20,
  wave: 60,
  flash: 10,
  step: 60,
}

/** The engine's own default is left to the engine. */
const engineSpan = 60

function scaled({ rps, peak }: LoadShape, amount: number): number {
  return rps === 0 ? amount * 5 : Number(((peak / rps) * amount).toPrecision(3))
}

function steps(rps: number): string {
  return `0s=${rps},30s=${rps * 2},60s=${rps * 4},90s=${rps}`
}

function shapeOptions({ name, rps, peak, over, after, steps: given }: LoadShape): readonly string[] {
  if (name === 'step') return [`--shape step:${given === '' ? steps(rps) : given}`]
  const hasPeak = name === 'spike' || name === 'wave' || name === 'flash'
  return [
    `--rps ${rps}`,
    ...(name === 'const' ? [] : [`--shape ${name}`]),
    ...(hasPeak && peak !== rps * 5 ? [`--peak ${peak}`] : []),
    ...(name !== 'const' && over !== engineSpan ? [`--over ${timeText(over)}`] : []),
    ...(hasPeak && name !== 'wave' && after > 0 ? [`--after ${timeText(after)}`] : []),
  ]
}

function usersOptions({ count, think }: NonNullable<LoadSetting['users']>): readonly string[] {
  return [`--users ${count}`, ...(think === 1 ? [] : [`--think ${timeText(think)}`])]
}

function timeText(seconds: number): string {
  return Number.isInteger(seconds) ? `${seconds}s` : `${Math.round(seconds * 1000)}ms`
}
