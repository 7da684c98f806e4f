import { describe, expect, it } from 'vitest'
import { Script } from '../../lab/script.ts'
import { type Command, nothingRead, type Reading, read } from './lineReader.ts'

function readAll(lines: readonly string[]): readonly Command[] {
  let reading: Reading = nothingRead
  const commands: Command[] = []
  for (const line of lines) {
    const [after, command] = read(reading, line)
    reading = after
    if (command !== undefined) commands.push(command)
  }
  return commands
}

describe('reading typed lines', () => {
  it.each<readonly [string, readonly string[], readonly Command[]]>([
    ['a line', ['kubectl get pods'], [{ line: 'kubectl get pods' }]],
    ['nothing and comments', ['', '  ', '# a note'], []],
    ['a line joined by a backslash', ['kubectl get \\', 'pods'], [{ line: 'kubectl get  pods' }]],
    [
      'a document, its blank lines and comments too',
      ['kubectl apply -f - <<EOF', 'a: 1', '', '# b', 'EOF', 'kubectl get pods'],
      [{ line: 'kubectl apply -f -', stdin: 'a: 1\n\n# b\n' }, { line: 'kubectl get pods' }],
    ],
    ['a document with another marker', ["cat <<'END'", 'EOF', 'END'], [{ line: 'cat', stdin: 'EOF\n' }]],
    ['a document that has not ended', ['kubectl apply -f - <<EOF', 'a: 1'], []],
  ])('takes %s', (_, lines, commands) => expect(readAll(lines)).toEqual(commands))

  it('takes a document as the command line does', () => {
    const text = 'kubectl apply -f - <<EOF\nkind: Pod\n  deep: "x"\nEOF\n'
    const { line, stdin } = new Script(text).read() ?? {}
    expect(readAll(text.split('\n'))).toEqual([{ line, stdin }])
  })
})
