// biome-ignore lint/style/noDefaultExport: Jest looks for the default export
export default async function tearDown() {
  await globalThis.payungTestServer.stop();
}
