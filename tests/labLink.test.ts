/** `lab link` and `lab open`: script to link and back, the same world told in the same words. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'kubeloop-link-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const busy = `
sim cluster --nodes 3 --zones a,b --seed 12
kubectl create deployment web --image=nginx:1.27 --replicas=6
kubectl rollout status deployment/web
kubectl apply -f one.yaml
kubectl apply -f - <<EOF
apiVersion: v1
kind: Namespace
metadata: {name: 'two'}
EOF
kubectl drain node-2 --ignore-daemonsets
sim wait --for "pods('app=web').all(p, ready(p))"
kubectl delete pod -l app=web
sim node fail node-1
sim wait 7m
sim undo
kubectl scale deployment/web --replicas=2
sim wait 33300ms
kubectl uncordon node-2
`
writeFileSync(join(folder, 'busy.lab'), busy)
writeFileSync(join(folder, 'straight.lab'), busy.replace('sim undo\n', ''))
writeFileSync(join(folder, 'one.yaml'), 'apiVersion: v1\nkind: Namespace\nmetadata: {name: one}\n')
const examples = ['first-light', 'broken-image', 'sleeping-controller'].map((name) =>
  join(import.meta.dirname, `../examples/${name}.lab`),
)

function lab(...args: readonly string[]) {
  const cli = join(import.meta.dirname, '../scripts/cli.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'lab', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function lastLine(text: string): string {
  return text.slice(text.trimEnd().lastIndexOf('\n') + 1)
}

describe.each([...examples, 'straight.lab'])('%s', (script) => {
  it('comes back from its link with the same hash and trace, and nothing else said', () => {
    const run = lab('--hash', '--trace', 'run.jsonl', script)
    const link = lab('link', script)
    expect(link).toMatchObject({ status: 0, stderr: '' })
    expect(link.stdout).toMatch(/^#k=[\w-]{50,2000}\n$/)
    const opened = lab('open', link.stdout, '--hash', '--trace', 'open.jsonl')
    expect(opened).toEqual({ status: 0, stderr: '', stdout: lastLine(run.stdout) })
    const [before, after] = ['run', 'open'].map((name) => readFileSync(join(folder, `${name}.jsonl`), 'utf8'))
    expect(before?.length).toBeGreaterThan(10_000)
    expect(after === before).toBe(true)
  })
})

it('a script that went back comes back to where it went', () => {
  const { stdout } = lab('--hash', 'busy.lab')
  expect(lab('open', '--hash', lab('link', 'busy.lab').stdout).stdout).toBe(lastLine(stdout))
})

it('a seed and a profile given to link are part of it, and not to be given to open', () => {
  const run = lab('--hash', '--seed', '77', '--profile', 'classroom', '--until', '20m', 'busy.lab')
  const link = lab('link', '--seed=77', '--profile=classroom', '--until=20m', 'busy.lab').stdout
  expect(lab('open', '--hash', link).stdout).toBe(lastLine(run.stdout))
  expect(lab('open', '--seed', '1', link)).toMatchObject({ status: 2, stdout: '' })
})

it('a recording goes through a file as through a link', () => {
  writeFileSync(join(folder, 'world.json'), lab('link', '--json', 'busy.lab').stdout)
  const { stdout } = lab('open', '--hash', lab('link', 'busy.lab').stdout)
  expect(stdout).toMatch(/^hash /)
  expect(lab('open', '--hash', 'world.json').stdout).toBe(stdout)
})

it('a script that fails makes a link as far as it came, and ends with 1', () => {
  writeFileSync(join(folder, 'failing.lab'), 'sim cluster --nodes 1\nkubectl frobnicate\nsim wait 9s\n')
  const link = lab('link', 'failing.lab')
  expect(link.status).toBe(1)
  expect(link.stderr).toMatch(/frobnicate/)
  expect(lab('open', link.stdout)).toEqual({ status: 0, stdout: '', stderr: '' })
})

it.each([['#k=nothing'], ['gone.json'], []])('is refused with 2 and told why: lab open %s', (...args) => {
  const opened = lab('open', ...args)
  expect(opened).toMatchObject({ status: 2, stdout: '' })
  expect(opened.stderr).toMatch(/^lab open: \w/)
})
