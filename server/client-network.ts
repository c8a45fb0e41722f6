import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import proxyAddr from '@fastify/proxy-addr';

/** Tells the network of requests that no route of Fastify's answers, trusting the proxies that `request.ip` trusts. */
export function networkReader(trustProxy: string | false): (request: IncomingMessage) => string {
  if (trustProxy === false) return ({ socket }) => networkOf(socket.remoteAddress ?? 'unknown');
  const trust = proxyAddr.compile(trustProxy.split(',').map((part) => part.trim()));
  return (request) => networkOf(proxyAddr(request, trust) ?? 'unknown');
}

/** What limits count: an address of IPv4, of IPv6 the network (/64), in which one household has 2^64 addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const plain = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return address;
  const [before = '', after] = plain.split('::');
  const known = before === '' ? [] : before.split(':');
  const behind = after === undefined || after === '' ? [] : after.split(':');
  const zeros = Array<string>(Math.max(0, 8 - known.length - behind.length)).fill('0');
  const network = [...known, ...zeros, ...behind]
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16));
  return `${network.join(':')}::/64`;
}
