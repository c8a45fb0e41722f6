import { randomBytes } from 'node:crypto';
import type { TestApp } from '../support/app.js';

/** What AdminJS's API answers. */
export interface PanelAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape that it asked for
  readonly json: any;
}

export const origin = { origin: 'http://localhost:4000', host: 'localhost:4000' };

/** Requests as the panel's page sends them: by cookie, forms as multipart fields. */
export function panelClient(app: TestApp, token: string | null) {
  const cookie = token === null ? {} : { cookie: `payung=${token}` };
  return {
    async get(address: string): Promise<PanelAnswer> {
      const answer = await app.http.inject({ url: `/admin/api/resources/${address}`, headers: cookie });
      return { status: answer.statusCode, json: answer.json() };
    },
    async post(address: string, fields: Readonly<Record<string, string>>): Promise<PanelAnswer> {
      const { payload, type } = multipart(fields);
      const answer = await app.http.inject({
        method: 'POST',
        url: `/admin/api/resources/${address}`,
        headers: { ...cookie, ...origin, 'content-type': type },
        payload,
      });
      return { status: answer.statusCode, json: answer.json() };
    },
    page: (address: string) => app.http.inject({ url: address, headers: cookie }),
  };
}

/** Fields, and with `file` one file, as a browser encodes them. */
export function multipart(
  fields: Readonly<Record<string, string>>,
  file?: { name: string; content: string },
) {
  const boundary = `payung${randomBytes(8).toString('hex')}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  if (file) {
    parts.push(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\n` +
        `content-type: application/octet-stream\r\n\r\n${file.content}\r\n`,
    );
  }
  return {
    payload: `${parts.join('')}--${boundary}--\r\n`,
    type: `multipart/form-data; boundary=${boundary}`,
  };
}
