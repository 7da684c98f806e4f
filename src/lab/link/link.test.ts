import { describe, expect, it } from 'vitest'
import packageJson from '../../../package.json' with { type: 'json' }
import { runScriptLines } from '../runScript.ts'
import { Script } from '../script.ts'
import { Sitting, type SittingOptions } from '../sitting.ts'
import {
  beginningOf,
  comfortableLink,
  decodeLink,
  encodeLink,
  engineVersion,
  openSave,
  readSaveText,
  type Save,
  saveOf,
} from './index.ts'

const examples = import.meta.glob<string>('../../../examples/*.lab', {
  eager: true,
  query: '?raw',
  import: 'default',
})

function played(script: string, options: SittingOptions = {}): Sitting {
  const sitting = new Sitting(options)
  runScriptLines(sitting, new Script(script), { keepGoing: true, write: () => {} })
  return sitting
}

async function travelled(save: Save): Promise<Save> {
  return decodeLink(`https://example.org/app/#k=${await encodeLink(save)}`)
}

const rollout = `
sim cluster --nodes 3 --seed 5
kubectl create deployment web --image=nginx:1.27 --replicas=3
sim wait 5s
kubectl set image deployment/web nginx=nginx:1.28
sim wait 20s
`

describe('a link', () => {
  it.each(Object.entries(examples))('opens the world that %s left', async (_, script) => {
    const sitting = played(script)
    const opened = openSave(await travelled(saveOf(sitting)))
    expect(opened.sitting.hash).toBe(sitting.hash)
    expect(opened.sitting.position).toEqual(sitting.position)
    expect(opened.notice).toBeUndefined()
  })

  it('keeps a forced seed and profile, without forcing them on the clusters that come later', async () => {
    const sitting = played(rollout, { seed: 99, profile: 'classroom' })
    const { sitting: opened } = openSave(await travelled(saveOf(sitting)))
    expect(opened.hash).toBe(sitting.hash)
    expect(opened.origin).toEqual(sitting.origin)
    opened.execute('sim cluster --seed 3')
    expect(opened.origin).toMatchObject({ seed: 3, profile: 'real' })
  })

  it.each(['real', 'classroom'] as const)('keeps the profile %s over what the line says', async (profile) => {
    const sitting = played('sim cluster --profile classroom\nsim node fail node-1\nsim wait 30s', { profile })
    expect(openSave(await travelled(saveOf(sitting))).sitting.hash).toBe(sitting.hash)
  })

  it('opens in the past of its recording, and runs on as it went', async () => {
    const sitting = played(rollout)
    const end = { hash: sitting.hash, tick: sitting.world.tick }
    sitting.execute('sim back 20s')
    const { sitting: opened } = openSave(await travelled(saveOf(sitting)))
    expect(opened.hash).toBe(sitting.hash)
    expect(opened.position).toEqual(sitting.position)
    opened.advanceTo(end.tick)
    expect(opened.hash).toBe(end.hash)
  })

  it('tells a line that was undone from one that was not', async () => {
    const sitting = played(`${rollout}kubectl delete pod -l app=web --wait=false`)
    const deleted = sitting.hash
    expect(openSave(await travelled(saveOf(sitting))).sitting.hash).toBe(deleted)
    sitting.execute('sim undo')
    expect(sitting.hash).not.toBe(deleted)
    expect(openSave(await travelled(saveOf(sitting))).sitting.hash).toBe(sitting.hash)
  })

  it('takes a manifest from standard input with it', async () => {
    const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: 설정}\ndata: {greeting: "안녕 <b>"}'
    const sitting = played(`kubectl apply -f - <<EOF\n${manifest.replace('설정', 'one')}\nEOF`)
    const save = await travelled(saveOf(sitting))
    expect(save.log[0]?.stdin).toContain('안녕 <b>')
    expect(openSave(save).sitting.hash).toBe(sitting.hash)
  })

  it('takes along the files that the lines read', async () => {
    const text = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: apart}'
    const sitting = played('kubectl apply -f one.yaml', { readFile: () => text })
    const opened = openSave(await travelled(saveOf(sitting, { files: [['one.yaml', text]] })))
    expect(opened.sitting.hash).toBe(sitting.hash)
    expect(openSave(await travelled(saveOf(sitting))).notice?.en).toMatch(/did nothing here: kubectl apply/)
  })

  it('of thirty commands is short enough to be sent anywhere', async () => {
    const sitting = played(thirtyLines)
    expect(sitting.log).toHaveLength(30)
    const code = await encodeLink(
      saveOf(sitting, { view: { step: 4, lens: 'loop', select: 'deployment/web', speed: 1 } }),
    )
    expect(`https://kubeloop.example.org/app/#k=${code}`.length).toBeLessThan(comfortableLink)
  })
})

describe('a scenario', () => {
  const setup =
    'sim cluster --nodes 2 --seed 8\nkubectl create deployment web --image=nginx --replicas=2\nsim wait 5s'
  const setUp = (lines: string) => (id: string, seed: number) =>
    id === 'first' ? played(lines, { seed }) : undefined

  function saved() {
    const sitting = played(setup, { seed: 21 })
    const beginning = beginningOf(sitting)
    sitting.execute('kubectl scale deployment/web --replicas=4')
    sitting.advanceTo(sitting.world.tick + 70)
    return { sitting, beginning, save: saveOf(sitting, { scenario: { id: 'first', beginning } }) }
  }

  it('is saved without its setup, and opened after it', async () => {
    const { sitting, save } = saved()
    expect(save.log).toHaveLength(1)
    const opened = openSave(await travelled(save), { setUp: setUp(setup) })
    expect(opened.sitting.hash).toBe(sitting.hash)
    expect(opened.beginning.log).toHaveLength(1)
  })

  it('opens also at a moment of its setup', async () => {
    const { sitting, beginning } = saved()
    sitting.seek({ tick: 0, applied: 0 })
    const save = saveOf(sitting, { scenario: { id: 'first', beginning } })
    const opened = openSave(await travelled(save), { setUp: setUp(setup) })
    expect(opened.sitting.hash).toBe(sitting.hash)
  })

  it('is none any more when the learner makes another cluster', async () => {
    const { sitting, beginning } = saved()
    sitting.execute('sim cluster --nodes 1')
    sitting.execute('kubectl create deployment other --image=nginx')
    const save = saveOf(sitting, { scenario: { id: 'first', beginning } })
    expect(save).toMatchObject({ cluster: 'sim cluster --nodes 1', log: [{ tick: 0 }] })
    expect(openSave(await travelled(save)).sitting.hash).toBe(sitting.hash)
  })

  it('that is unknown is named in the refusal', () => {
    const { save } = saved()
    expect(() => openSave({ ...save, scenario: 'gone' }, { setUp: setUp(setup) })).toThrow(/"gone"/)
    expect(() => openSave(save)).toThrow(/"first"/)
  })

  it('whose setup has become longer runs the lines after it, and says so', () => {
    const { save } = saved()
    const opened = openSave(save, { setUp: setUp(`${setup}\nsim wait 60s`) })
    expect(opened.notice?.en).toMatch(/start of this scenario has changed/)
    opened.sitting.advanceTo(1000)
    expect(opened.sitting.log.map(({ tick }) => tick)).toEqual([0, 650])
    expect(opened.sitting.evaluate("size(pods('app=web')) == 4")).toBe(true)
  })
})

describe('a save from another engine', () => {
  it('opens and names both', () => {
    const { notice } = openSave({ ...saveOf(played(rollout)), engine: '0.0.9' })
    expect(notice?.en).toContain('0.0.9')
    expect(notice?.ko).toContain(engineVersion)
  })

  it('is known by the version of the package', () => {
    expect(engineVersion).toBe(packageJson.version)
  })

  it('goes on past lines that do nothing any more, and tells of them', () => {
    const save = saveOf(played(rollout))
    const [first, ...rest] = save.log
    const strange = [
      'kubectl frobnicate web',
      'kubectl scale "',
      'sim cluster --nodes 9',
      'kubectl get pods -w',
    ]
    const log = [first as Save['log'][number], ...strange.map((line) => ({ tick: 0, line })), ...rest]
    const opened = openSave({ ...save, log })
    expect(opened.notice?.en).toMatch(/^4 lines/)
    expect(opened.sitting.hash).toBe(openSave(save).sitting.hash)
  })
})

it('a file holds the same as a link', async () => {
  const save = saveOf(played(rollout), { view: { speed: 0.25 } })
  expect(readSaveText(JSON.stringify(save))).toEqual(await travelled(save))
})

/** As somebody's afternoon at the sandbox. */
const thirtyLines = `
sim cluster --nodes 4 --zones a,b --seed 42
kubectl create deployment web --image=nginx:1.27 --replicas=3
sim wait 4s
kubectl scale deployment/web --replicas=5
sim wait 3700ms
kubectl expose deployment/web --port=80
kubectl delete pod -l app=web --wait=false
sim wait 9s
kubectl set image deployment/web nginx=nginx:1.28
sim wait 12300ms
kubectl rollout undo deployment/web
sim wait 5s
sim node fail node-2
sim wait 60s
sim node recover node-2
kubectl cordon node-1
kubectl uncordon node-1
kubectl label nodes node-3 disk=ssd
sim wait 1s
kubectl taint nodes node-4 dedicated=batch:NoSchedule
sim control-plane stop replicaset-controller
kubectl scale deployment/web --replicas=9
sim wait 31s
sim control-plane start replicaset-controller
sim wait 5s
kubectl create deployment api --image=registry.example.com/team/api:v3.1.4 --replicas=4
sim image break registry.example.com/team/api:v3.1.5
kubectl set image deployment/api api=registry.example.com/team/api:v3.1.5
sim wait 25s
kubectl rollout undo deployment/api
kubectl annotate deployment/web owner=platform-team
kubectl taint nodes node-4 dedicated-
kubectl scale deployment/api --replicas=2
sim wait 2s
kubectl rollout restart deployment/web
sim wait 18s
kubectl rollout pause deployment/web
kubectl set resources deployment/web --requests=cpu=250m,memory=128Mi
kubectl rollout resume deployment/web
sim wait 14s
kubectl delete deployment api --wait=false
sim node remove node-4
kubectl create namespace team-b
kubectl create deployment shop --image=nginx:1.27 --replicas=2 -n team-b
kubectl delete service web --wait=false
`
