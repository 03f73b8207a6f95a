import { useQuery } from '@tanstack/react-query'
import { withQuery } from '../../api/client.ts'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Panel } from '../../ui/Page.tsx'
import { PowersText } from './PowersText.tsx'
import { aboutQuery, toneOf } from './trusteeship.api.ts'

/** Who holds the powers over a right or an achievement, where it is or was held in trust. */
export function TrustPanel(props: {
  about: { readonly right: string } | { readonly achievement: string }
  mayWrite: boolean
}) {
  const { t } = useLanguage()
  const { about, mayWrite } = props
  const query = useQuery(aboutQuery(about))
  return (
    <Panel
      title={t('trusteeships.panel')}
      extra={
        mayWrite && (
          <a href={withQuery('/trusteeships/new', { ...about })}>{t('trusteeships.enter')}</a>
        )
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('trusteeships.notInTrust')}</p>
          ) : (
            <ul className="rows">
              {items.map((one) => (
                <li key={one.id}>
                  <a href={`/trusteeships/${one.id}`}>{one.title}</a>{' '}
                  <span className={`chip ${toneOf[one.state]}`}>
                    {t(`trusteeships.states.${one.state}`)}
                  </span>{' '}
                  <small className="muted figure">
                    {one.fromDay} – {one.toDay ?? t('trusteeships.openEnd')}
                  </small>
                  <PowersText parties={one.parties} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
