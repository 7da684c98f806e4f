/** What kubectl answered to the recorded commands. */
import { type Aspect, same } from '../fact.ts'
import { anyPod } from '../names.ts'

const answers: Aspect = (recorded, replayed, { actions }) =>
  actions.flatMap(({ do: what, out, err, code }, i) => {
    const [expected, got] = [recorded.answers[i], replayed.answers[i]]
    if (expected === undefined || got === undefined || (out ?? err ?? code) === undefined) return []
    return [same(`${what} (action ${i + 1})`, comparable(expected), comparable(got))]
  })
export default answers

/**
 * There are no DaemonSets here; pods are told of in the order of their random names; newer kubectls say from where they
 * delete, and stutter no more. An age may be a second off.
 */
function comparable({ exit, out, err }: { exit: number; out: string; err: string }) {
  const lines = (text: string) =>
    anyPod(text)
      .replace(/ from \S+ namespace$/gm, '')
      .replaceAll('cannot delete cannot delete', 'cannot delete')
      .replace(/ \d+s$/gm, ' <age>')
      .split('\n')
      .filter((line) => line !== '' && !line.includes('DaemonSet'))
      .sort()
  return { exit, out: lines(out), err: lines(err) }
}
