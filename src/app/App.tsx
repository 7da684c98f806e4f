/** Which page is shown: home, a world, or what to do when there can be none. */
import { lazy, Suspense } from 'react'
import { useStore } from 'zustand'
import { CrashPage, isSupported, UnsupportedPage } from '../components/crash/index.ts'
import { HomePage } from '../components/home/index.ts'
import { useAppearance } from '../components/settings/index.ts'
import { Notice } from '../components/workbench/Notice.tsx'
import { address, useSession } from '../state/index.ts'
import { openAgain, useOpenRoute } from './openRoute.ts'

/** Whoever only looks for a scenario waits for none of it. */
const Workbench = lazy(async () => {
  const workbench = await import('../components/workbench/index.ts')
  return { default: workbench.Workbench }
})
const FidelityPage = lazy(() => import('../components/fidelity/index.ts'))

export function App() {
  useAppearance()
  useOpenRoute()
  const { page } = useStore(address)
  const isCrashed = useSession(({ status }) => status === 'crashed')
  if (!isSupported()) return <UnsupportedPage />
  if (isCrashed) return <CrashPage onAgain={openAgain} />
  if (page === 'home')
    return (
      <>
        <HomePage />
        <Notice />
      </>
    )
  if (page === 'fidelity')
    return (
      <Suspense>
        <FidelityPage />
      </Suspense>
    )
  return (
    <Suspense>
      <Workbench />
    </Suspense>
  )
}
