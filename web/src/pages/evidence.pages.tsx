import { Archives } from '../features/archives/Archives.tsx'
import { Checkpoints } from '../features/evidence/Checkpoints.tsx'
import { Operations } from '../features/operations/Operations.tsx'
import { useMe } from './useMe.ts'

/** /checkpoints */
export function CheckpointsPage() {
  return <Checkpoints />
}

/** /operations */
export function OperationsPage() {
  return <Operations />
}

/** /archives */
export function ArchivesPage() {
  return <Archives roles={useMe().roles} />
}
