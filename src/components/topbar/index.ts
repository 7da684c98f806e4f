export { Mark } from './Mark.tsx'
export { EverythingButton, TopBar, useWorldTitle } from './TopBar.tsx'
