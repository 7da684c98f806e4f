import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { consoleFace } from './app/console.ts'
import { startKeeping } from './state/index.ts'
import './app/theme.css'

globalThis.kubeloop = consoleFace

startKeeping()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
