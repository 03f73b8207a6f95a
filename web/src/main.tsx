import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from './api/problem.ts'
import { startLanguages } from './locales/language.ts'
import { routerOf } from './pages/router.tsx'
import './styles/index.css'

await startLanguages()
const client = new QueryClient({
  defaultOptions: {
    queries: { retry: isWorthAnother, staleTime: 10_000, networkMode: 'always' },
    // Without a network a write fails at once: an act that waits and is sent by itself later, when
    // nobody looks any more, could never be taken back.
    mutations: { networkMode: 'always' },
  },
})
const router = routerOf(client)

/** What the server refused once it refuses again; only what did not reach it is asked once more. */
function isWorthAnother(count: number, error: Error): boolean {
  const status = error instanceof ApiProblem ? error.body.status : 0
  return count < 1 && (status === 0 || status >= 500)
}

const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
