import { address } from '../../api/client.ts'

/** Papers of a bonus or award, each to be opened. */
export function FileLinks({
  files,
}: {
  files: readonly { readonly sha256: string; readonly name: string }[]
}) {
  return files.map(({ sha256, name }) => (
    <div key={sha256}>
      <a href={address(`/files/${sha256}`)} target="_blank" rel="noreferrer">
        {name}
      </a>
    </div>
  ))
}
