/** Page of GraphiQL; its files come from dist/graphiql, served below /graphiql/. */
export function graphiqlPage(nonce: string): string {
  return `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Payung · GraphiQL</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/graphiql/graphiql.css" nonce="${nonce}">
    <style nonce="${nonce}">html, body, #graphiql { height: 100%; margin: 0 }</style>
  </head>
  <body>
    <div id="graphiql">Memuat … / Loading …</div>
    <script type="module" src="/graphiql/graphiql.js" nonce="${nonce}"></script>
  </body>
</html>
`;
}
