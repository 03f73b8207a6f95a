import { useQuery } from '@tanstack/react-query'
import { CiteText } from '../../ui/CiteText.tsx'
import { DraftMark } from '../../ui/DraftMark.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { Scroll } from '../../ui/Scroll.tsx'
import { SpanText } from '../../ui/SpanText.tsx'
import { Examples } from './Examples.tsx'
import { type NormViewWire, normQuery, ownParametersQuery } from './policy.api.ts'

/** One norm: the rule in words, what it rests on, its examples, and the same topic elsewhere. */
export function NormPage({ id }: { id: string }) {
  const query = useQuery(normQuery(id))
  return <Loaded query={query}>{(norm) => <Whole norm={norm} />}</Loaded>
}

function Whole({ norm }: { norm: NormViewWire }) {
  const { t, say } = useLanguage()
  return (
    <>
      <PageHeader
        title={say(norm.title)}
        note={
          <>
            <Force norm={norm} /> {say(norm.pack.title)} ·{' '}
            {t('library.revision', { number: norm.pack.revision })} · <code>{norm.id}</code>
          </>
        }
      />
      <DraftMark isDraft={norm.pack.isDraft}>
        <Rule norm={norm} />
        <Parameters norm={norm} />
        <Readings norm={norm} />
        <Examples examples={norm.examples} />
        <Kin norm={norm} />
      </DraftMark>
    </>
  )
}

function Force({ norm }: { norm: Pick<NormViewWire, 'force'> }) {
  const { t } = useLanguage()
  return (
    <span className={`chip ${norm.force === 'must' ? 'chip-current' : ''}`}>
      {norm.force === 'must' ? t('policies.must') : t('cases.inPrinciple')}
    </span>
  )
}

/** The rule as sentences in both languages, its articles, its acts and its terms. */
function Rule({ norm }: { norm: NormViewWire }) {
  const { t, say, lang } = useLanguage()
  const other = lang === 'zh' ? 'en' : 'zh'
  const links = (list: NormViewWire['replaces']) =>
    list.map(({ id, title }) => (
      <a key={id} href={`/policies/norms/${id}`}>
        {say(title)}
      </a>
    ))
  return (
    <Panel title={t('library.rule')}>
      <p className="norm-sentence">{norm.sentence[lang]}</p>
      <p className="muted" lang={other === 'zh' ? 'zh-CN' : 'en'}>
        {norm.sentence[other]}
      </p>
      <dl className="defs">
        <dt>{t('library.basis')}</dt>
        <dd>
          <ul className="plain-list">
            {norm.cites.map((cite) => (
              <li key={cite.source + cite.at}>
                {say(cite.document)} <CiteText cite={cite} />{' '}
                {cite.isExternal && (
                  <span className="chip chip-due">? {t('policies.external')}</span>
                )}
                {cite.digest && <div className="muted">{say(cite.digest)}</div>}
              </li>
            ))}
          </ul>
        </dd>
        {norm.acts.length > 0 && (
          <>
            <dt>{t('library.holdsBack')}</dt>
            <dd>{norm.acts.map(say).join(lang === 'zh' ? '、' : '; ')}</dd>
          </>
        )}
        {norm.settledBy && (
          <>
            <dt>{t('library.settledBy')}</dt>
            <dd>{say(norm.settledBy)}</dd>
          </>
        )}
        {norm.replaces.length > 0 && (
          <>
            <dt>{t('library.replaces')}</dt>
            <dd>{links(norm.replaces)}</dd>
          </>
        )}
        {norm.replacedBy.length > 0 && (
          <>
            <dt>{t('library.replacedBy')}</dt>
            <dd>{links(norm.replacedBy)}</dd>
          </>
        )}
        {norm.terms.map((term) => (
          <Term key={term.id} term={term} />
        ))}
      </dl>
    </Panel>
  )
}

function Term({ term }: { term: NormViewWire['terms'][number] }) {
  const { t, say } = useLanguage()
  return (
    <>
      <dt>{t('library.term', { name: say(term.label) })}</dt>
      <dd>
        {say(term.meaning)} <CiteText cite={term.cite} />
      </dd>
    </>
  )
}

/** The numbers in the rule: every layer with its days, its source, and whether anybody compared it. */
function Parameters({ norm }: { norm: NormViewWire }) {
  const { t, say, named } = useLanguage()
  if (norm.parameters.length === 0) return null
  return (
    <Panel title={t('policies.parameters')}>
      {norm.parameters.map(({ id, label, layers }) => (
        <div key={id}>
          <h3>
            {say(label)} <code>{id}</code>
          </h3>
          <Here id={id} />
          <Scroll label={say(label)}>
            <table className="grid stacks">
              <thead>
                <tr>
                  <th>{t('library.layer')}</th>
                  <th>{t('policies.value')}</th>
                  <th>{t('policies.days')}</th>
                  <th>{t('policies.provenance')}</th>
                </tr>
              </thead>
              <tbody>
                {layers.map((layer) => (
                  <tr key={layer.pack + (layer.from ?? '')}>
                    <td>
                      {say(layer.packTitle)} <CiteText cite={layer.cite} />{' '}
                      {layer.isDraft && (
                        <span className="chip chip-draft">{t('library.draft')}</span>
                      )}
                    </td>
                    <td className="figure" data-label={t('policies.value')}>
                      {named('policies.bounds', layer.bound)} {say(layer.value)}
                    </td>
                    <td data-label={t('policies.days')}>
                      {layer.from ? (
                        <SpanText from={layer.from} until={layer.to} />
                      ) : (
                        t('library.noDay')
                      )}
                    </td>
                    <td data-label={t('policies.provenance')}>
                      {named('policies.provenances', layer.provenance)}{' '}
                      {!layer.verified && (
                        <span className="chip chip-due">? {t('policies.unverified')}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </div>
      ))}
    </Panel>
  )
}

/** What a number comes to for this institution today, with its own rule where it has one. */
function Here({ id }: { id: string }) {
  const { t } = useLanguage()
  const { data } = useQuery(ownParametersQuery)
  const own = data?.items.find((one) => one.id === id)
  if (!own?.value) return null
  return (
    <p>
      {t('policies.here')} <strong className="figure">{own.value}</strong>{' '}
      {own.provenance === 'institution_rule' && (
        <span className="chip chip-current">{own.layers.at(-1)?.by}</span>
      )}
    </p>
  )
}

/** How ambiguous clauses are read here, and how else they could be. */
function Readings({ norm }: { norm: NormViewWire }) {
  const { t, say } = useLanguage()
  if (norm.readings.length === 0) return null
  return (
    <Panel
      title={t('library.readings')}
      extra={<a href="/institution/readings">{t('library.chosenHere')}</a>}
    >
      <ul className="rows">
        {norm.readings.map((reading) => (
          <li key={reading.id}>
            <strong>{say(reading.question)}</strong> <CiteText cite={reading.cite} />
            <ul className="plain-list">
              {reading.choices.map((choice) => (
                <li key={choice.id}>
                  {choice.isDefault ? '● ' : '○ '}
                  {say(choice.text)}{' '}
                  {choice.isDefault && (
                    <span className="chip chip-current">{t('library.default')}</span>
                  )}
                </li>
              ))}
            </ul>
            <div className="muted">{say(reading.rationale)}</div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The same topic in other packs. */
function Kin({ norm }: { norm: NormViewWire }) {
  const { t, say } = useLanguage()
  return (
    <Panel title={t('library.kin')} extra={<code>{norm.topic}</code>}>
      {norm.kin.length === 0 && <Nothing text={t('library.noKin')} />}
      <ul className="rows">
        {norm.kin.map((one) => (
          <li key={one.id}>
            <DraftMark isDraft={one.pack.isDraft} isQuiet>
              <a href={`/policies/norms/${one.id}`}>
                <strong>{say(one.title)}</strong>
              </a>{' '}
              <Force norm={one} />{' '}
              {one.pack.isDraft && <span className="chip chip-draft">{t('library.draft')}</span>}
              <div>{say(one.sentence)}</div>
              <div className="muted">
                {say(one.pack.title)} · <code>{one.id}</code>
              </div>
            </DraftMark>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
