import type { ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useLanguage } from './language.ts'
import { Waiting } from './Page.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

/** A list that is read page by page: waiting, refused, empty, or there with a way to more. */
export function PagedList(props: {
  query: {
    readonly error: unknown
    readonly isPending: boolean
    readonly isSuccess: boolean
    readonly hasNextPage: boolean
    readonly isFetchingNextPage: boolean
    readonly fetchNextPage: () => unknown
  }
  isEmpty: boolean
  empty: ReactNode
  children: ReactNode
}) {
  const { t } = useLanguage()
  const { query } = props
  return (
    <>
      <ProblemAlert error={query.error} />
      {query.isPending && <Waiting />}
      {query.isSuccess && props.isEmpty && props.empty}
      {!props.isEmpty && props.children}
      {query.hasNextPage && (
        <div className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
            {t('general.loadMore')}
          </Button>
        </div>
      )}
    </>
  )
}
