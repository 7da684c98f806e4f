/** What the page's main thread does, as Chromium traces it. */

const frame = 1000 / 60

/** The tasks of the page's main thread while `work` runs: [start, duration, of that on the processor] in ms. */
export async function traced(devtools, work) {
  const events = []
  devtools.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await devtools.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
    },
  })
  await work()
  const done = new Promise((resolve) => devtools.once('Tracing.tracingComplete', resolve))
  await devtools.send('Tracing.end')
  await done
  const main = events.find(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  return (
    events
      .filter((event) => event.tid === main?.tid && event.pid === main?.pid && event.ph === 'X')
      // Chromium traces every task under a second name as well ("ThreadControllerImpl::RunTask"): one of them is its work.
      .filter(({ name }) => name === 'RunTask')
      .map(({ ts, dur = 0, tdur = 0 }) => [ts / 1000, dur / 1000, tdur / 1000])
      .sort((a, b) => a[0] - b[0])
  )
}

/** Milliseconds of work in each window of one frame, over the whole time, the least first. */
export function perFrame(tasks, column) {
  const [first = [0, 0]] = tasks
  const last = tasks.at(-1) ?? first
  const windows = new Float64Array(Math.ceil((last[0] + last[1] - first[0]) / frame) + 1)
  for (const task of tasks) windows[Math.floor((task[0] - first[0]) / frame)] += task[column]
  return [...windows].sort((a, b) => a - b)
}
