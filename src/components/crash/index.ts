export { CrashPage } from './CrashPage.tsx'
export { downloadSave } from './downloadSave.ts'
export { isSupported, UnsupportedPage } from './UnsupportedPage.tsx'
