import { describe, expect, it } from 'vitest'
import type { Container, Probe } from '../api/types/index.ts'
import { answer, type Health, healthAtStart, nextAnswer, type Process, replanned } from './health.ts'
import { never } from './run.ts'

const http: Probe = { httpGet: { port: 80 } }

function container(probes: Partial<Record<'startup' | 'liveness' | 'readiness', Probe>>): Container {
  const named = Object.entries(probes).map(([kind, probe]) => [`${kind}Probe`, { ...http, ...probe }])
  return { name: 'web', ...Object.fromEntries(named) }
}

/** All results that matter: "tick kind ok|failed|timeout|KILL", until nothing more will happen or it is killed. */
function results(spec: Container, process: Process, hangsAt = never, most = 12): string[] {
  let health: Health = healthAtStart(spec, process)
  let facts = process
  const seen: string[] = []
  for (let i = 0; i < most; i++) {
    if (facts.hungSince === never && hangsAt <= nextAnswer(health)) {
      facts = { ...process, hungSince: hangsAt }
      health = replanned(spec, health, facts, hangsAt)
    }
    const now = nextAnswer(health)
    if (now === never) break
    const result = answer(spec, health, facts, now)
    health = result.health
    const word = result.kill ? 'KILL' : result.timedOut ? 'timeout' : result.failed ? 'failed' : 'ok'
    seen.push(`${now} ${result.kind} ${word}${health.ready ? ' ready' : ''}`)
    if (result.kill) break
  }
  return seen
}

const up = (readyAt: number): Process => ({ since: 1000, readyAt, hungSince: never })

describe('probes', () => {
  it.each([
    ['readiness asks at the start', { readiness: {} }, 1000, ['1000 readiness ok ready']],
    [
      'readiness keeps to its period',
      { readiness: {} },
      1001,
      ['1000 readiness failed', '1100 readiness ok ready'],
    ],
    [
      'the initial delay skips to the next period',
      { readiness: { initialDelaySeconds: 5, periodSeconds: 10 } },
      1000,
      ['1100 readiness ok ready'],
    ],
    [
      'several successes may be asked for',
      { readiness: { periodSeconds: 2, successThreshold: 3 } },
      1000,
      ['1040 readiness ok ready'],
    ],
    [
      'a liveness probe kills what isn’t up in time',
      { liveness: { periodSeconds: 5 } },
      2000,
      ['1000 liveness failed ready', '1050 liveness failed ready', '1100 liveness KILL ready'],
    ],
    [
      'a liveness probe forgives what is up at last',
      { liveness: { periodSeconds: 5 } },
      1080,
      ['1000 liveness failed ready', '1050 liveness failed ready', '1100 liveness ok ready'],
    ],
    [
      'a startup probe holds the others back',
      {
        startup: { periodSeconds: 3, failureThreshold: 30 },
        liveness: { periodSeconds: 1 },
        readiness: { periodSeconds: 4 },
      },
      1050,
      ['1000 startup failed', '1030 startup failed', '1060 startup ok', '1060 readiness ok ready'],
    ],
    [
      'a startup probe kills when its patience ends',
      { startup: { periodSeconds: 1, failureThreshold: 2 } },
      1050,
      ['1000 startup failed', '1010 startup KILL'],
    ],
  ])('%s', (_, probes, readyAt, expected) => {
    expect(results(container(probes), up(readyAt))).toEqual(expected)
  })

  it('find out by their time-outs that a process hangs', () => {
    const spec = container({
      readiness: { periodSeconds: 10 },
      liveness: { periodSeconds: 10, timeoutSeconds: 2 },
    })
    expect(results(spec, up(1000), 1234)).toEqual([
      '1000 readiness ok ready',
      '1310 readiness timeout ready',
      '1320 liveness timeout ready',
      '1410 readiness timeout ready',
      '1420 liveness timeout ready',
      '1510 readiness timeout',
      '1520 liveness KILL',
    ])
  })

  it('leave nothing to do while all is well', () => {
    const spec = container({ readiness: {}, liveness: {} })
    const first = answer(spec, healthAtStart(spec, up(1000)), up(1000), 1000)
    expect(first.health.ready).toBe(true)
    expect(nextAnswer(first.health)).toBe(never)
  })
})
