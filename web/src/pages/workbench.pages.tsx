import { Workbench } from '../features/workbench/Workbench.tsx'

/** / */
export function WorkbenchPage() {
  return <Workbench />
}
