/** What the page's threads do, as Chromium traces it. */

const frame = 1000 / 60

/**
 * Tasks while `work` runs, each as [start, duration, of that on the processor] in ms: those of the page's main thread, and of
 * each worker by the number of its thread.
 */
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
  const threads = (name) =>
    events.filter((event) => event.name === 'thread_name' && event.args?.name === name)
  const main = threads('CrRendererMain')[0]
  const workers = threads('DedicatedWorker thread').map((thread) => [thread.tid, tasksOf(events, thread)])
  return { main: tasksOf(events, main), workers: new Map(workers) }
}

function tasksOf(events, thread) {
  return (
    events
      .filter((event) => event.tid === thread?.tid && event.pid === thread?.pid && event.ph === 'X')
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
