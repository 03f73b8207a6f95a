import { useQuery, useQueryClient } from '@tanstack/react-query'
import { timeInChina } from '@yizhuan/kit'
import { useState } from 'react'
import { write } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Fact, Facts } from '../../ui/Facts.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { SmallForm } from '../../ui/SmallForm.tsx'
import { EnterAuthority } from './EnterAuthority.tsx'
import { type AuthorityWire, authoritiesQuery } from './signature.api.ts'

/** The certification authorities whose certificates the institution trusts. */
export function TrustedAuthorities() {
  const { t } = useLanguage()
  const query = useQuery(authoritiesQuery)
  const client = useQueryClient()
  const [isEntering, enter] = useState(false)
  const [retiring, retire] = useState<AuthorityWire>()
  const reread = () => client.invalidateQueries({ queryKey: authoritiesQuery.queryKey })
  return (
    <>
      <PageHeader title={t('authorities.title')} note={t('authorities.note')}>
        {query.data?.mayEnter && (
          <Button kind="primary" onClick={() => enter(true)}>
            {t('authorities.enter')}
          </Button>
        )}
      </PageHeader>
      <Panel>
        <Loaded query={query}>
          {({ items, mayEnter }) =>
            items.length === 0 ? (
              <Nothing text={t('authorities.none')} hint={t('authorities.noneHint')} />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id}>
                    <Authority one={one} />
                    {mayEnter && !one.retired && (
                      <Button small kind="quiet" onClick={() => retire(one)}>
                        {t('authorities.retire')}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      {isEntering && <EnterAuthority onDone={reread} onClose={() => enter(false)} />}
      {retiring && (
        <SmallForm
          title={t('authorities.retireTitle', { name: retiring.name })}
          lead={t('authorities.retireNote')}
          asked={[{ name: 'reason', label: t('authorities.reason'), as: 'line', isRequired: true }]}
          act={t('authorities.retire')}
          isDanger
          onSend={(body) => write('POST', `/trusted-authorities/${retiring.id}/retire`, body)}
          onDone={reread}
          onClose={() => retire(undefined)}
        />
      )}
    </>
  )
}

function Authority({ one }: { one: AuthorityWire }) {
  const { t } = useLanguage()
  const { retired } = one
  return (
    <>
      <strong className="row-title">{retired ? <s>{one.name}</s> : one.name}</strong>
      <Facts>
        <Fact label={t('authorities.fields.subject')}>{one.subject}</Fact>
        <Fact label={t('authorities.fields.issuer')}>{one.issuer}</Fact>
        <Fact label={t('authorities.fields.validity')}>
          {timeInChina(one.validFrom)} → {timeInChina(one.validTo)}
        </Fact>
        <Fact label={t('authorities.fields.serial')}>
          <span className="figure">{one.serial}</span>
        </Fact>
        <Fact label={t('authorities.fields.fingerprint')}>
          <span className="hash">{one.fingerprint}</span>
        </Fact>
        <Fact label={t('authorities.fields.entered')}>
          {one.enteredBy} {timeInChina(one.enteredAt)}
        </Fact>
        <Fact label={t('authorities.fields.retired')}>
          {retired &&
            t('authorities.retiredBy', {
              ...{ name: retired.by, at: timeInChina(retired.at), reason: retired.reason },
            })}
        </Fact>
      </Facts>
    </>
  )
}
