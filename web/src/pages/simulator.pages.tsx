import { Compare } from '../features/compare/Compare.tsx'
import { Simulator } from '../features/simulator/Simulator.tsx'
import { ServiceSimulator } from '../features/simulator/service/ServiceSimulator.tsx'
import { useQueryParams } from '../ui/useQueryParams.ts'

/** /simulator; `?case=` begins from a case. */
export function SimulatorPage() {
  const params = useQueryParams()
  return <Simulator caseId={params.get('case')} />
}

/** /simulator/service */
export function ServiceSimulatorPage() {
  return <ServiceSimulator />
}

/** /compare */
export function ComparePage() {
  return <Compare />
}
