import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FirstPage } from './app/FirstPage.tsx'
import './app/page.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element #root')

createRoot(root).render(
  <StrictMode>
    <FirstPage />
  </StrictMode>,
)
