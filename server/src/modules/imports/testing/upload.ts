/** A request that sends one file as a browser does. */
export function multipart(cookie: string, name: string, bytes: Buffer) {
  const boundary = 'example-boundary'
  const headers = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n`
  return {
    headers: {
      cookie,
      'x-yizhuan-csrf': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([
      Buffer.from(`${headers}content-type: application/octet-stream\r\n\r\n`),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
  }
}
