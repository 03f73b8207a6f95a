import { useMutation, useQuery } from '@tanstack/react-query'
import { read } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Money } from '../../ui/Money.tsx'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { type RegistrationPageWire, startRegistration } from './registration.api.ts'
import { StateChip } from './StateChip.tsx'

/** The attempts to register one contract, on its page. */
export function ContractRegistrations(props: {
  contract: string
  mayRegister: boolean
  onStarted: (id: string) => void
}) {
  const { t } = useLanguage()
  const { contract, mayRegister, onStarted } = props
  const query = useQuery({
    queryKey: ['/registrations', { contract }],
    queryFn: () => read<RegistrationPageWire>(`/registrations?contract=${contract}`),
  })
  const start = useMutation({
    mutationFn: () => startRegistration(contract),
    onSuccess: ({ id }) => onStarted(id),
  })
  const items = query.data?.items.toSorted((one, other) => other.attempt - one.attempt) ?? []
  const [last] = items
  const mayStart = !last || ['refused', 'not_technology', 'revoked'].includes(last.state)
  return (
    <Panel
      title={t('registrations.title')}
      extra={
        mayRegister &&
        query.data &&
        mayStart && (
          <Button busy={start.isPending} onClick={() => start.mutate()}>
            {t(last ? 'registrations.tryAgain' : 'registrations.start')}
          </Button>
        )
      }
    >
      <ProblemAlert error={start.error} />
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <Nothing text={t('registrations.notBegun')} hint={t('registrations.notBegunHint')} />
          ) : (
            <ul className="rows">
              {items.map((one) => (
                <li key={one.id}>
                  <a href={`/registrations/${one.id}`}>
                    {t('registrations.attempt', { count: one.attempt })}
                  </a>{' '}
                  <StateChip state={one.state} /> <span className="figure">{one.number}</span>{' '}
                  {one.verifiedFen !== '0' && (
                    <small className="muted">
                      {t('registrations.verifiedIncome')} <Money fen={one.verifiedFen} />
                    </small>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
