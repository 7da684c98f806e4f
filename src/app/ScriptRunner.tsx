import { type FormEvent, useState } from 'react'
import { runScript, type ScriptResult } from '../state/runScript.ts'

/** A script to change and to run in this browser. */
export function ScriptRunner({ script }: { script: string }) {
  const [isRunning, setRunning] = useState(false)
  const [result, setResult] = useState<ScriptResult>()

  async function run(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('script'))
    setRunning(true)
    setResult(await runScript({ script: text }).catch(brokenRun))
    setRunning(false)
  }

  return (
    <form onSubmit={run}>
      <label htmlFor="script">
        Script <span lang="ko">스크립트</span>
      </label>
      <textarea id="script" name="script" rows={12} spellCheck={false} defaultValue={script} />
      <button type="submit" disabled={isRunning}>
        Run <span lang="ko">실행</span>
      </button>
      <output htmlFor="script" aria-busy={isRunning}>
        {result && <Result {...result} />}
      </output>
    </form>
  )
}

function Result({ output, exit, seconds, hash }: ScriptResult) {
  return (
    <>
      {/* Tables are wide: what scrolls has to be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region takes the focus. */}
      <section className="printed" aria-label="Output" tabIndex={0}>
        <pre>{output}</pre>
      </section>
      <p>
        exit {exit} · {seconds} s <span lang="ko">시뮬레이션 시간</span> · hash <code>{hash}</code>
      </p>
    </>
  )
}

function brokenRun(error: Error): ScriptResult {
  return { exit: 1, output: `${error.message}\n`, hash: '-', seconds: 0 }
}
