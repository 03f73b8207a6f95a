import { Checkpoints } from '../features/evidence/Checkpoints.tsx'
import { Operations } from '../features/operations/Operations.tsx'

/** /checkpoints */
export function CheckpointsPage() {
  return <Checkpoints />
}

/** /operations */
export function OperationsPage() {
  return <Operations />
}
