export { Notice } from './Notice.tsx'
export { Workbench } from './Workbench.tsx'
