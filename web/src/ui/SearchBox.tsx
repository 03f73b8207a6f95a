import { useEffect, useState } from 'react'

/** Searches while one types, after a short rest. `/` leads here from anywhere on the page. */
export function SearchBox(props: {
  label: string
  value: string | undefined
  onSearch: (text: string) => void
}) {
  const { value = '', onSearch } = props
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onSearch(typed.trim()), 350)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <input
      className="input search-box"
      type="search"
      data-search
      aria-label={props.label}
      placeholder={props.label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={({ key }) => {
        if (key === 'Enter') onSearch(typed.trim())
      }}
    />
  )
}
