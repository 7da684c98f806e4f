export { Presentation } from './Presentation.tsx'
export { PresentBar } from './PresentBar.tsx'
export { PresentButton } from './PresentButton.tsx'
